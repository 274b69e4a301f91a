import { describe, expect, test } from 'vitest';
import { aSource, findingOf, hoursAgo, NOW, said } from '../support/posture.ts';

const disk = (...signals: ReturnType<typeof said>[]) => findingOf('disk-encryption', { signals });
const ago = (value: unknown, hours: number, source = 'jamf') => said('diskEncryption', value, source, hours);

describe('two sources and one fact (rule 3)', () => {
  test('the later observation decides, whichever source it is, and the other is shown', () => {
    const finding = disk(ago('on', 3, 'fleet'), ago('off', 72, 'jamf'));
    expect(finding.rating).toBe('ok');
    expect(finding.decidedBy.map(({ source }) => source)).toEqual(['fleet']);
    expect(finding.alsoSaid.map(({ source, value }) => [source, value])).toEqual([['jamf', 'off']]);
    expect(disk(ago('off', 3, 'fleet'), ago('on', 72, 'jamf')).rating).toBe('warn');
  });

  test('within 60 minutes of each other and rating differently is unknown, with both shown', () => {
    const finding = disk(ago('on', 3, 'jamf'), ago('off', 3 + 20 / 60, 'fleet'));
    expect(finding).toMatchObject({ rating: 'unknown', reason: 'sources-disagree', blamed: ['jamf', 'fleet'] });
    expect(finding.alsoSaid.map(({ value }) => value)).toEqual(['on', 'off']);
  });

  test('61 minutes apart, the later one decides', () => {
    expect(disk(ago('on', 3, 'jamf'), ago('off', 3 + 61 / 60, 'fleet')).rating).toBe('ok');
  });

  test('different values that rate alike are no disagreement', () => {
    expect(disk(ago('off', 3, 'jamf'), ago('suspended', 3.1, 'fleet')).rating).toBe('warn');
  });

  test('a losing signal that is too old is not shown any more', () => {
    expect(disk(ago('on', 3, 'fleet'), ago('off', 8 * 24, 'jamf')).alsoSaid).toEqual([]);
  });

  test('the order and the repetition of the signals change nothing', () => {
    const signals = [ago('on', 3, 'jamf'), ago('off', 30, 'fleet'), ago('off', 3.5, 'kolide')];
    expect(disk(...signals.toReversed(), ...signals)).toEqual(disk(...signals));
  });
});

describe('age', () => {
  test('a signal counts until its maximum age and not a moment longer', () => {
    expect(disk(ago('on', 7 * 24 - 0.01)).rating).toBe('ok');
    expect(disk(ago('on', 7 * 24))).toMatchObject({ rating: 'unknown', reason: 'stale', blamed: ['jamf'] });
  });

  test('an old "off" is as stale as an old "on"', () => {
    expect(disk(ago('off', 8 * 24))).toMatchObject({ rating: 'unknown', reason: 'stale' });
  });

  test('more than 5 minutes ahead of now the clock is wrong, up to 5 minutes it is not', () => {
    expect(disk(ago('on', -4.9 / 60)).rating).toBe('ok');
    expect(disk(ago('on', -5.1 / 60))).toMatchObject({ rating: 'unknown', reason: 'clock-wrong', blamed: ['jamf'] });
  });

  test('the policy can ask for fresher signals', () => {
    const policy = { version: '1', practices: { 'disk-encryption': { maxAgeHours: 2 } } };
    expect(findingOf('disk-encryption', { signals: [ago('on', 3)] }, { policy })).toMatchObject({ reason: 'stale' });
  });

  test('the finding is valid until its oldest deciding signal is too old', () => {
    expect(disk(ago('on', 3)).validUntil).toBe(hoursAgo(3 - 7 * 24));
  });
});

describe('nothing is known', () => {
  const failed = aSource({ id: 'intune', status: 'failed', reason: 'timeout' });
  test.each([
    ['a source that covers the fact answered without it', [aSource()], 'not-reported', ['jamf']],
    ['no source covers it on this platform', [aSource({ covers: {} })], 'not-covered', []],
    ['the source that covers it failed', [failed, aSource({ covers: {} })], 'source-failed', ['intune']],
    ['one source failed and another had nothing to say', [failed, aSource()], 'source-failed', ['intune']],
    ['the source was late', [aSource({ status: 'late' })], 'source-failed', ['jamf']],
  ] as const)('%s', (_, sources, reason, blamed) => {
    expect(findingOf('disk-encryption', {}, { sources })).toMatchObject({ rating: 'unknown', reason, blamed });
  });

  test('without a company it is "no-endpoint"', () => {
    const connection = { endpoint: null, problem: null, answeredAt: null };
    expect(findingOf('firewall', {}, { sources: [], connection })).toMatchObject({ reason: 'no-endpoint' });
  });

  test('a browser that cannot know says so, unless someone else should have known', () => {
    const gaps = [{ fact: 'osVersion', source: 'browser', reason: 'browser-cannot-know' }] as const;
    expect(findingOf('os-supported', { gaps }, { sources: [] })).toMatchObject({ reason: 'browser-cannot-know' });
    expect(findingOf('os-supported', { gaps })).toMatchObject({ reason: 'not-reported' });
  });

  test('an old signal of a source that is failing now is "source-failed", a fresh one still counts', () => {
    const sources = [aSource({ status: 'failed', reason: 'timeout' })];
    const old = findingOf('disk-encryption', { signals: [ago('on', 8 * 24)] }, { sources });
    expect(old).toMatchObject({ rating: 'unknown', reason: 'source-failed' });
    expect(findingOf('disk-encryption', { signals: [ago('off', 8)] }, { sources }).rating).toBe('warn');
  });
});

describe('values that make no sense', () => {
  test.each([true, 'yes', null, 1, {}, undefined, 'ON'])('%j is not understood, never ok', (value) => {
    expect(disk(ago(value, 1))).toMatchObject({ rating: 'unknown', reason: 'value-not-understood' });
  });

  test('an unreadable later word is not covered up by an older good one', () => {
    expect(disk(ago('?', 1, 'fleet'), ago('on', 30, 'jamf'))).toMatchObject({ reason: 'value-not-understood' });
  });
});

test('a Chromebook is encrypted by its platform, which says so itself', () => {
  const finding = findingOf('disk-encryption', { platform: 'chromeos' });
  expect(finding).toMatchObject({ rating: 'ok', decidedBy: [{ source: 'platform', observedAt: NOW }] });
});
