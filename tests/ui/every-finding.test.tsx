import { describe, expect, test } from 'vitest';
import { catalogues, practiceWords } from '../../src/locales/index.ts';
import type { Finding } from '../../src/posture/finding.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { AnyPractice } from '../../src/posture/practice.ts';
import type { Rating } from '../../src/posture/rating.ts';
import { reasons } from '../../src/posture/reason.ts';
import { practices } from '../../src/practices/index.ts';
import { allDone } from '../support/assessments.ts';
import { NOW, said } from '../support/posture.ts';
import { findingIn, read, showPopup } from './show.tsx';

/** A value for every placeholder of a practice's words: days and instants where the name says so, numbers elsewhere. */
const paramsFor = (practice: AnyPractice) =>
  Object.fromEntries(
    [...JSON.stringify(words(practice)).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
      name,
      name.endsWith('On') ? '2026-12-09' : name.endsWith('At') ? NOW : 3,
    ]),
  );

const platformOf = ({ remedies }: AnyPractice): Platform =>
  'macos' in remedies ? 'macos' : ((Object.keys(remedies)[0] ?? 'unknown') as Platform);

/** A page with this one finding, as each of the others may stand. */
function shown(practice: AnyPractice, changes: Partial<Finding>) {
  const platform = platformOf(practice);
  const remedy = platform === 'unknown' ? undefined : practice.remedies[platform];
  const finding: Finding = {
    practice: practice.id,
    device: 'd_mac',
    scope: practice.scope,
    isAside: practice.isAside ?? false,
    rating: 'unknown',
    blamed: ['jamf'],
    params: paramsFor(practice),
    parts: [],
    decidedBy: [said('osVersion', '26.7.2')],
    alsoSaid: [],
    ...(remedy && { remedy: { platform, ...remedy } }),
    ...changes,
  };
  const assessment = allDone();
  const [device, ...others] = assessment.devices;
  if (device === undefined) throw new Error('There is no device to show it on');
  return showPopup({ ...assessment, devices: [{ ...device, platform, findings: [finding] }, ...others] }).page;
}

const words = (practice: AnyPractice) => practiceWords('en', practice.id)!;

describe.each(practices.map((practice) => [practice.id, practice] as const))('%s', (id, practice) => {
  const observed = Object.keys(words(practice).observed);
  // An aside is shown only where there is something to do about it.
  const toShow = practice.isAside ? (['nudge', 'warn'] as const) : (['ok', 'nudge', 'warn'] as const);
  const cases = toShow.flatMap((rating) => observed.map((seen) => [rating, seen] as const));

  test.each<readonly [Rating, string]>(cases)('is shown as %s with what was observed (%s)', (rating, seen) => {
    const element = findingIn(shown(practice, { rating, observed: seen }), id);
    expect(element.dataset['rating']).toBe(rating);
    if (!practice.isAside) expect(read(element)).toMatch(/ago|now/);
    expect(read(element)).not.toMatch(/[{}]|undefined|NaN|\[object/);
  });

  test.each(practice.isAside ? (['stale'] as const) : reasons)(
    'is shown as unknown because of %s, with a next step',
    (reason) => {
      const element = findingIn(shown(practice, { rating: 'unknown', reason, decidedBy: [], validUntil: NOW }), id);
      expect(element.dataset['reason']).toBe(reason);
      expect(read(element).length).toBeGreaterThan(words(practice).name.length);
      expect(read(element)).not.toMatch(/[{}]|undefined|NaN|\[object/);
    },
  );
});

test('every rating and reason has its words', () => {
  const { ratings, reasons: told } = catalogues.en;
  expect(Object.keys(ratings).toSorted()).toEqual(['not-applicable', 'nudge', 'ok', 'unknown', 'warn']);
  expect(Object.keys(told).toSorted()).toEqual([...reasons].toSorted());
});
