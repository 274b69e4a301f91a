import { describe, expect, test } from 'vitest';
import { maxAgeSeconds, postureOf, type SourceAnswer } from '../../server/posture.ts';
import { sealWith } from '../../server/seal.ts';
import { systems } from '../../server/sources/index.ts';
import { LIMITS } from '../../src/posture/wire.ts';

const answeredAt = '2026-11-23T06:00:00.000Z';

const answer = (kind: keyof typeof systems, json: unknown, more: Partial<SourceAnswer> = {}): SourceAnswer => ({
  id: kind,
  name: systems[kind].name,
  system: systems[kind],
  status: 'answered',
  reason: null,
  answeredAt,
  json,
  ...more,
});

const postureWith = (...answers: SourceAnswer[]) =>
  postureOf(answers, {
    organization: 'o_1',
    person: { key: 'p', name: 'Jane Doe' },
    seal: sealWith('key', 'device'),
  });

const mac = (serialNumber: string, general: object = {}) => ({
  general: { name: serialNumber, reportDate: answeredAt, lastContact: answeredAt, ...general },
  hardware: { serialNumber },
});

const jamfListing = (...results: object[]) => answer('jamf', { totalCount: results.length, results });
const unmanaged = { remoteManagement: { managed: false } };

const namesIn = ({ devices }: ReturnType<typeof postureWith>) => devices.map(({ name }) => name).toSorted();

describe('an answer that cannot be read', () => {
  test('is a failure of its source alone', () => {
    const posture = postureWith(jamfListing(mac('ZSONE11')), answer('intune', '<html>'));
    expect(namesIn(posture)).toEqual(['ZSONE11']);
    expect(posture.sources.map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ['jamf', 'answered', null],
      ['intune', 'failed', 'unreadable'],
    ]);
  });

  test('leaves the reason for which a source is failing already', () => {
    const [report] = postureWith(answer('intune', '<html>', { status: 'failed', reason: 'timeout' })).sources;
    expect(report).toMatchObject({ status: 'failed', reason: 'timeout' });
  });

  test('is told apart from a fault of ours', () => {
    const devicesIn = () => {
      throw new TypeError('a fault');
    };
    expect(() => postureWith(answer('jamf', {}, { system: { ...systems.jamf, devicesIn } }))).toThrow(TypeError);
  });
});

test('A source that never answered lists nothing, and has no time of an answer', () => {
  const { devices, sources } = postureWith(
    answer('intune', null, { status: 'failed', reason: 'timeout', answeredAt: null }),
  );
  expect(devices).toEqual([]);
  expect(sources).toMatchObject([{ status: 'failed', reason: 'timeout', answeredAt: null }]);
});

describe('devices out of use', () => {
  test('are counted, not shown, and once only', () => {
    const { devices, omitted } = postureWith(
      jamfListing(mac('ZSONE11'), mac('ZSTWO22', unmanaged), mac('ZSTHREE33', unmanaged)),
      answer('intune', {
        value: [{ serialNumber: 'ZSTWO22', operatingSystem: 'macOS', managementState: 'wipeIssued' }],
      }),
    );
    expect(devices.map(({ name }) => name)).toEqual(['ZSONE11']);
    expect(omitted).toEqual({ retired: 2, overLimit: 0 });
  });

  test('are not counted where another source still has them in use', () => {
    const posture = postureWith(
      jamfListing(mac('ZSONE11', unmanaged)),
      answer('intune', {
        value: [{ deviceName: 'Mac', serialNumber: 'ZSONE11', operatingSystem: 'macOS', managementState: 'managed' }],
      }),
    );
    expect(namesIn(posture)).toEqual(['Mac']);
    expect(posture.devices[0]?.seenBy.map(({ source }) => source)).toEqual(['intune']);
    expect(posture.omitted).toEqual({ retired: 0, overLimit: 0 });
  });
});

test('Of more devices than the limit, those are shown that were heard from last, and the rest is counted', () => {
  const number = (i: number) => `ZS${String(i).padStart(6, '0')}`;
  const macs = Array.from({ length: LIMITS.devices + 3 }, (_, i) =>
    mac(number(i), { lastContact: i < 3 ? '2026-01-01T00:00:00Z' : answeredAt }),
  );
  const posture = postureWith(jamfListing(...macs.toReversed()));
  expect(posture.omitted.overLimit).toBe(3);
  expect(posture.devices).toHaveLength(LIMITS.devices);
  expect(namesIn(posture)[0]).toBe(number(3));
  expect(postureWith(jamfListing(...macs))).toEqual(posture);
});

test('What the checks of a company tell is among what its source covers', () => {
  const check = {
    name: 'Remote login',
    passing: ['Off'],
    failing: ['On'],
    pass: { fact: 'remoteLogin', value: 'off' },
  } as const;
  const withChecks = { ...jamfListing(), checks: [check] };
  expect(postureWith(withChecks).sources[0]?.covers.macos).toContain('remoteLogin');
  expect(postureWith(jamfListing()).sources[0]?.covers.macos).not.toContain('remoteLogin');
});

test('A serial number that another source keeps as an asset tag joins nothing', () => {
  const posture = postureWith(
    jamfListing(mac('ZSONE11', { assetTag: 'ZSTWO22' })),
    answer('intune', {
      value: [{ deviceName: 'Mac', serialNumber: 'ZSTWO22', operatingSystem: 'macOS', managementState: 'managed' }],
    }),
  );
  expect(namesIn(posture)).toEqual(['Mac', 'ZSONE11']);
});

test.each([
  ['in 15 minutes, as soon as the first of the sources', ['2026-11-23T06:15:00.000Z', '2026-11-23T18:00:00.000Z'], 900],
  ['in half a day', ['2026-11-23T18:00:00.000Z'], 43_200],
  ['soon, when something is being asked just now', ['2026-11-23T05:00:00.000Z', '2026-11-23T06:15:00.000Z'], 60],
  ['in 15 minutes, when nobody says', [undefined], 900],
] as const)('A posture may be asked for again %s', (_, dueAt, seconds) => {
  const answers = dueAt.map((at) => answer('jamf', null, at === undefined ? {} : { dueAt: at }));
  expect(maxAgeSeconds(answers, answeredAt)).toBe(seconds);
});
