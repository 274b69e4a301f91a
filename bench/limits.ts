/** What is measured, against what it may be. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  /** Infinite where nothing is promised. */
  readonly limit: number;
  readonly unit: string;
  /** How the value came about: spread, parts. */
  readonly details: string;
}

/** A group of measurements with what is told of all of them. */
export interface Chapter {
  readonly title: string;
  readonly how: string;
  readonly measured: readonly Measured[];
}

export const isPassed = ({ value, limit }: Measured): boolean => !(value <= limit);

export const written = (value: number, unit: string): string =>
  [Number.isInteger(value) ? String(value) : value.toFixed(2), unit].join(' ').trim();
