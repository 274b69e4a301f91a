import type * as v from 'valibot';
import { nearest } from './nearest.ts';

/** What a value of a kind is called by those who write it into the file. */
const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list (each entry on a line that begins with “- ”)',
  object: 'settings (name: value)',
  strict_object: 'settings (name: value)',
  record: 'settings (name: value)',
};

const limits: Readonly<Record<string, (requirement: unknown) => string>> = {
  min_value: (least) => `${least} or more`,
  max_value: (most) => `${most} or less`,
  min_length: (least) => (least === 1 ? 'something here' : `${least} or more characters or entries`),
  max_length: (most) => `at most ${most} characters or entries`,
  integer: () => 'a whole number',
  email: () => 'an e-mail address',
  iso_date: () => 'a day such as 2026-03-31',
  regex: () => 'another form: docs/configuration.md shows it',
};

/** The words that a choice leaves: valibot tells them as `("a" | "b")`. */
const choicesIn = (expected: string): readonly string[] =>
  [...expected.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);

const meant = (word: unknown, options: readonly string[]): string => {
  const near = typeof word === 'string' ? nearest(word, options) : undefined;
  return near === undefined ? '' : ` Did you mean ${near}?`;
};

/** That there is no such setting, and which one was probably meant. */
export const noSuchSetting = (name: string, known: readonly string[]): string =>
  `There is no such setting.${meant(name, known) || ` There are: ${known.join(', ')}`}`;

/** What was expected, in words for an administrator. Nothing of the value itself is repeated: it may be a secret in the wrong place. */
export function expectationOf(issue: v.BaseIssue<unknown>): string {
  // A message of our own says it already.
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  if (issue.kind === 'validation') return `Expected ${limits[issue.type]?.(issue.requirement) ?? issue.expected}`;
  const choices = choicesIn(issue.expected ?? '');
  if (issue.received === 'undefined') return missing(issue, choices);
  if (choices.length > 0) return notAmong(issue.input, choices);
  return `Expected ${kinds[issue.type] ?? issue.expected}`;
}

function missing(issue: v.BaseIssue<unknown>, choices: readonly string[]): string {
  if (issue.type === 'strict_object' || choices.length === 0) return 'This setting is missing';
  return `This setting is missing: expected ${oneOf(choices)}`;
}

/** More names than this are no help beside the one that was probably meant. */
const FEW = 10;

function notAmong(word: unknown, choices: readonly string[]): string {
  const hint = meant(word, choices);
  return hint !== '' && choices.length > FEW
    ? `There is none of this name.${hint}`
    : `Expected ${oneOf(choices)}.${hint}`;
}

const oneOf = (choices: readonly string[]): string =>
  choices.length === 1 ? String(choices[0]) : `one of ${choices.join(', ')}`;
