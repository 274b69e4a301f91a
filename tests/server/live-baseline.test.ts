import { beforeEach, describe, expect, test } from 'vitest';
import { liveBaseline } from '../../server/live-baseline.ts';
import { SourceFailure } from '../../server/upstream/failure.ts';
import type { Baseline } from '../../src/posture/baseline.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { NOW } from '../support/posture.ts';

const of = (asOf: string): Baseline => ({ ...bundledBaseline, asOf });

let said: string[];
let answers: (() => unknown)[];

beforeEach(() => {
  said = [];
  answers = [];
});

const bundled = of('2026-11-10');
const live = () =>
  liveBaseline(bundled, {
    url: 'https://mirror.example/baseline.json',
    now: () => NOW,
    say: (line) => said.push(line),
    upstream: { json: () => Promise.resolve().then(() => answers.shift()?.()) },
  });

const failing = () => {
  throw new SourceFailure('refused');
};

describe('a baseline with a mirror', () => {
  test('is the bundled one at first', () => {
    expect(live().current()).toBe(bundled);
  });

  test('becomes what the mirror has, if that is newer, and says so', async () => {
    const baseline = live();
    answers = [() => JSON.parse(JSON.stringify(of('2026-11-20')))];
    await baseline.refresh();
    expect(baseline.current()).toEqual(of('2026-11-20'));
    expect(said).toEqual(['The list of newest versions is of 2026-11-20 now.']);
  });

  test.each<[string, () => unknown]>([
    ['an older one', () => of('2026-11-09')],
    ['one of the same day', () => of('2026-11-10')],
    ['one of the future', () => of('2027-01-01')],
    ['something else', () => ({ asOf: '2026-11-20' })],
    ['a page', () => '<html>'],
    ['nothing', () => null],
    ['no answer', failing],
  ])('is not replaced by %s', async (_, answer) => {
    const baseline = live();
    answers = [answer];
    await baseline.refresh();
    expect(baseline.current()).toBe(bundled);
  });

  test('keeps the last good one when the mirror fails, and says so', async () => {
    const baseline = live();
    answers = [() => of('2026-11-20'), failing, () => '<html>'];
    for (const _ of [...answers]) await baseline.refresh();
    expect(baseline.current().asOf).toBe('2026-11-20');
    expect(said.slice(1)).toEqual([
      'No newer list of newest versions: https://mirror.example/baseline.json failed (refused). The one of 2026-11-20 still holds.',
      'No newer list of newest versions: https://mirror.example/baseline.json failed (unreadable). The one of 2026-11-20 still holds.',
    ]);
  });
});
