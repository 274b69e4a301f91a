import { expect, test } from 'vitest';
import { isDue, type LastAsked, type Occasion } from '../../src/posture/due.ts';
import { DAY, HOUR, later, MINUTE } from '../../src/posture/instant.ts';
import { NOW } from '../support/posture.ts';

const QUARTER = 15 * MINUTE;

/** Asked at `NOW`, with an answer that may be kept for so long. */
const answered = (maxAgeSeconds: number, fetchedAt = NOW): LastAsked => ({
  askedAt: NOW,
  answer: { fetchedAt, maxAgeSeconds },
});
const unanswered: LastAsked = { askedAt: NOW, answer: null };

test.each<[string, LastAsked, Occasion, number]>([
  ['who asks for it never waits', answered(3600), 'asked-for', 0],
  ['who looks waits for a quarter of an hour', answered(0), 'looked-at', QUARTER],
  ['who looks waits for the max-age where it is longer', answered(3600), 'looked-at', HOUR],
  ['in the background it is left alone for half a day', answered(900), 'background', 12 * HOUR],
  ['in the background it is left alone for the max-age where it is longer', answered(86_400), 'background', DAY],
  ['one that did not answer has the same peace', unanswered, 'looked-at', QUARTER],
  ['one that never answered, in the background too', unanswered, 'background', 12 * HOUR],
  ['the max-age counts from the answer that brought it', answered(3600, later(NOW, -HOUR)), 'looked-at', QUARTER],
  ['a max-age of a year is no reason never to ask again', answered(31_536_000), 'looked-at', 7 * DAY],
])('%s', (_, last, occasion, ms) => {
  if (ms > 0) expect(isDue(last, occasion, later(NOW, ms - 1))).toBe(false);
  expect(isDue(last, occasion, later(NOW, ms))).toBe(true);
});

test.each<[string, LastAsked]>([
  ['asked', { askedAt: later(NOW, DAY), answer: null }],
  ['answered', { askedAt: later(NOW, -DAY), answer: { fetchedAt: later(NOW, DAY), maxAgeSeconds: 3600 } }],
])('an endpoint that was %s in the future is asked again: the clock was wrong', (_, last) => {
  expect(isDue(last, 'background', NOW)).toBe(true);
});
