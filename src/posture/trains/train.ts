import type { OsFix, OsTrain } from '../baseline.ts';

/** A fix: the version, the day on which it came out, and what else is known of it. */
export type FixLine = readonly [version: string, releasedAt: string, more?: Omit<OsFix, 'version' | 'releasedAt'>];

/** A train with its fixes, the newest first: that is its latest version. */
export function train(
  release: string,
  rest: Omit<OsTrain, 'release'>,
  newest: FixLine,
  ...older: readonly FixLine[]
): OsTrain {
  const [latest, releasedAt] = newest;
  const fixes = [newest, ...older].map(([version, day, more]) => ({ version, releasedAt: day, ...more }));
  return { release, latest, releasedAt, fixes, ...rest };
}
