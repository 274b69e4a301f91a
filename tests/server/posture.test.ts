import { describe, expect, test } from 'vitest';
import { maxAgeSeconds, postureOf, type SourceAnswer } from '../../server/posture.ts';
import { sealWith } from '../../server/seal.ts';
import { systems } from '../../server/sources/index.ts';
import { readPosture } from '../../src/posture/read-wire.ts';
import { LIMITS } from '../../src/posture/wire.ts';
import { keysTold } from '../support/hints.ts';

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

const postureFor = (person: string, ...answers: SourceAnswer[]) =>
  postureOf(answers, {
    organization: 'o_1',
    person: { key: person, name: 'Jane Doe' },
    seal: sealWith('key', 'device'),
  });

const postureWith = (...answers: SourceAnswer[]) => postureFor('p', ...answers);

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

describe('an asset tag', () => {
  test('that is another source’s serial number joins nothing', () => {
    const posture = postureWith(
      jamfListing(mac('ZSONE11', { assetTag: 'ZSTWO22' })),
      answer('intune', {
        value: [{ deviceName: 'Mac', serialNumber: 'ZSTWO22', operatingSystem: 'macOS', managementState: 'managed' }],
      }),
    );
    expect(namesIn(posture)).toEqual(['Mac', 'ZSONE11']);
  });

  test('that two devices have joins them neither', () => {
    const posture = postureWith(
      jamfListing(mac('ZSONE11', { assetTag: 'ACME-1' })),
      answer('file', { devices: [{ name: 'Label', platform: 'macos', assetTag: 'ACME-1' }] }),
    );
    expect(namesIn(posture)).toEqual(['Label', 'ZSONE11']);
    expect(posture.devices.every(({ mayBeSameAs }) => mayBeSameAs.length === 0)).toBe(true);
  });
});

describe('what an answer tells of a computer’s keys', () => {
  const uuid = '5A3B1E0C-0000-4000-8000-00000000B001';
  const everySource = () => [
    jamfListing({ udid: uuid, ...mac('ZSONE11XYZ', { name: 'Mac', assetTag: 'ACME-0417' }) }),
    answer('file', { devices: [{ name: 'Mac', platform: 'macos', serial: 'zsone11xyz', assetTag: 'acme-0900' }] }),
    answer('google-chromeos', {
      chromeosdevices: [{ status: 'ACTIVE', serialNumber: '5CDSAMPLE1', annotatedAssetId: 'Library 7', model: 'HP' }],
    }),
    answer('google-cloud-identity', {
      devices: [{ deviceType: 'WINDOWS', serialNumber: 'ZSPC000001', assetTag: 'ACME-0500', hostname: 'PC' }],
    }),
    answer('intune', {
      value: [{ deviceName: 'Phone', serialNumber: 'ZSPHONE001', operatingSystem: 'iOS', imei: '001017000000014' }],
    }),
  ];
  const hintsOn = (person: string) =>
    Object.fromEntries(postureFor(person, ...everySource()).devices.map(({ platform, hints }) => [platform, hints]));

  test('is what the extension makes of the same hints, from each source that tells them', () => {
    expect(hintsOn('sha256:jane')).toEqual({
      macos: [
        ...keysTold({ assetTag: 'ACME-0417' }).hints,
        ...keysTold({ assetTag: 'ACME-0900' }).hints,
        ...keysTold({ serial: 'ZSONE11XYZ', hardwareUuid: uuid }).hints,
      ].toSorted(),
      chromeos: keysTold({ serial: '5CDSAMPLE1', assetTag: 'LIBRARY 7' }).hints.toSorted(),
      windows: keysTold({ serial: 'ZSPC000001', assetTag: 'ACME-0500' }).hints.toSorted(),
      ios: [],
    });
  });

  test('is the same on each replica and whatever the order of the sources, and another in another person’s answer', () => {
    const reversed = postureFor('sha256:jane', ...everySource().toReversed()).devices;
    expect(Object.fromEntries(reversed.map(({ platform, hints }) => [platform, hints]))).toEqual(
      hintsOn('sha256:jane'),
    );
    const [jane, john] = ['sha256:jane', 'sha256:john'].map((person) => Object.values(hintsOn(person)).flat());
    expect(jane).toHaveLength(8);
    expect(jane?.filter((hint) => john?.includes(hint))).toEqual([]);
  });

  test('holds no key in the clear, in whatever form', () => {
    const text = JSON.stringify(postureFor('sha256:jane', ...everySource()))
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '');
    const keys = ['ZSONE11XYZ', '5CDSAMPLE1', 'ZSPC000001', 'ZSPHONE001', uuid, '00101700000001'];
    const tags = ['ACME-0417', 'ACME-0900', 'ACME-0500', 'Library 7'];
    for (const secret of [...keys, ...tags])
      expect(text).not.toContain(secret.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''));
  });

  test('is nothing where a source says only placeholders', () => {
    const [device] = postureWith(
      jamfListing({
        udid: uuid.replaceAll(/[0-9A-F]/g, '0'),
        ...mac('Default string', { assetTag: 'No Asset Tag', name: 'Mac' }),
      }),
    ).devices;
    expect(device).toMatchObject({ name: 'Mac', hints: [] });
    expect(device).not.toHaveProperty('serialEnding');
  });

  test('survives reading, and a part of it that cannot be read costs only itself', () => {
    const posture = { ...postureFor('sha256:jane', ...everySource()), generatedAt: answeredAt };
    const read = (json: unknown) => {
      const result = readPosture(json);
      if ('problem' in result) throw new Error(result.problem);
      return result.document.devices;
    };
    expect(read(posture).map(({ hints }) => hints)).toEqual(posture.devices.map(({ hints }) => hints));
    const broken = [null, 7, 'serial:', [7], Array.from({ length: 51 }, String)];
    for (const hints of broken) {
      const devices = posture.devices.map((device) => ({ ...device, hints }));
      expect(read({ ...posture, devices })).toHaveLength(posture.devices.length);
      expect(read({ ...posture, devices }).flatMap((device) => device.hints)).toEqual([]);
    }
  });
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
