import { DAY, elapsed, epochMs, HOUR, type Instant, MINUTE } from '../posture/instant.ts';
import type { Params } from '../posture/practice.ts';
import type { Message, Plural } from './catalogue.ts';
import { dates, lists, numbers, plurals, relativeTimes } from './formats.ts';

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** Control characters and line separators: they end a bidi paragraph, and no name needs them. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Bidi embeddings, overrides and isolates (UAX #9, explicit formatting characters). */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

const longDate: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

/**
 * Writes a message in the given language. Text that fills a placeholder may come from anywhere: it is stripped of control
 * characters and put between isolates, so that it cannot turn the words around it. A parameter whose name ends in `On` (a day)
 * or `At` (an instant) is written as a date. A placeholder without a parameter stays visible. Never throws.
 */
export function say(message: Message, params: Params, locale: string): string {
  const text = typeof message === 'string' ? message : formOf(message, params, locale);
  return text.replace(PLACEHOLDER, (placeholder: string, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? placeholder : written(name, value, locale);
  });
}

function formOf(plural: Plural, params: Params, locale: string): string {
  const count = params[plural.by];
  if (typeof count !== 'number') return plural.other;
  if (count === 0 && plural.zero !== undefined) return plural.zero;
  return plural[plurals(locale).select(count)] ?? plural.other;
}

function written(name: string, value: string | number, locale: string): string {
  if (typeof value === 'number') return numbers(locale).format(value);
  if (name.endsWith('On')) return dated(value, locale, 'UTC') ?? isolated(value);
  if (name.endsWith('At')) return dated(value, locale) ?? isolated(value);
  return isolated(value);
}

/** A day has no time zone and is written as it stands; an instant is written in the reader's zone. */
function dated(value: string, locale: string, timeZone?: string): string | undefined {
  const ms = Date.parse(value);
  if (Number.isNaN(ms)) return undefined;
  return dates(locale, { ...longDate, ...(timeZone !== undefined && { timeZone }) }).format(ms);
}

const isolated = (value: string): string =>
  `${FIRST_STRONG_ISOLATE}${value.replace(CONTROLS, ' ').replace(BIDI_CONTROLS, '')}${POP_ISOLATE}`;

/** Units from the largest to the smallest, each with the age from which it is used: data two months old is "60 days" old. */
const units = [
  { unit: 'year', ms: 365 * DAY, from: 2 * 365 * DAY },
  { unit: 'month', ms: 30 * DAY, from: 90 * DAY },
  { unit: 'day', ms: DAY, from: DAY },
  { unit: 'hour', ms: HOUR, from: HOUR },
  { unit: 'minute', ms: MINUTE, from: MINUTE },
] as const;

/** How long ago something was: "3 hours ago", rounded down; "now" under a minute and for what a fast clock dates ahead. */
export function ago(at: Instant, now: Instant, locale: string): string {
  const age = elapsed(at, now);
  const fitting = units.find(({ from }) => age >= from);
  if (fitting === undefined) return relativeTimes(locale, { numeric: 'auto' }).format(0, 'second');
  return relativeTimes(locale).format(-Math.floor(age / fitting.ms), fitting.unit);
}

/** The weekday of something in the last six days ("Friday"), the date of anything else. */
export function weekdayOrDate(at: Instant, now: Instant, locale: string): string {
  const age = elapsed(at, now);
  const style: Intl.DateTimeFormatOptions = age >= 0 && age <= 6 * DAY ? { weekday: 'long' } : longDate;
  return dates(locale, style).format(epochMs(at));
}

/** Names in a row: "Jamf Pro and Intune". */
export const list = (names: readonly string[], locale: string): string => lists(locale).format(names);
