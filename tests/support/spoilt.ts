import type { Page } from 'puppeteer';

/** The names of what is stored for good. */
export const documents = [
  'answers',
  'assessment',
  'claims',
  'computer',
  'managed',
  'ownAnswers',
  'passkey',
  'reminder',
  'settings',
  'standing',
] as const;

/** What a stored document may have become, each with an expression over what it was `before`. */
export const spoilings: readonly (readonly [string, string])[] = [
  ['null', 'null'],
  ['a number', '7'],
  ['text', '"<b>broken</b>"'],
  ['a list', '[[[]]]'],
  ['an empty object', '({})'],
  ['its frame only', '({ version: 1 })'],
  ['nothing in its frame', '({ version: 1, value: null })'],
  ['a list in its frame', '({ version: 1, value: [{}] })'],
  ['of an older shape', '({ ...before, version: 0 })'],
  ['of a newer shape, as after a downgrade', '({ ...before, version: 2 })'],
  ['without its numbers', 'reviewed((name, value) => typeof value === "number" && name !== "version" ? "7" : value)'],
  [
    'full of dates that are none',
    'reviewed((_, value) => typeof value === "string" ? value.replace(/^[0-9-]{10}T/, "9999-99-99T") : value)',
  ],
  ['without its lists', 'reviewed((_, value) => Array.isArray(value) ? {} : value)'],
  ['a megabyte', '({ version: 1, value: "x".repeat(1 << 20) })'],
];

/** Changes stored documents by hand, from a page of the extension. */
export async function spoil(page: Page, names: readonly string[], made: string): Promise<void> {
  await page.evaluate(`(async () => {
    for (const name of ${JSON.stringify(names)}) {
      const before = (await chrome.storage.local.get(name))[name] ?? { version: 1, value: {} };
      const reviewed = (review) => JSON.parse(JSON.stringify(before), review);
      await chrome.storage.local.set({ [name]: ${made} });
    }
  })()`);
}
