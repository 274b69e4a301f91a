import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { createGateway } from '../../../server/gateway.ts';
import { samplePeople } from '../../../server/sample/index.ts';
import { newest, type SamplePerson } from '../../../server/sample/person.ts';
import { type AssessmentInput, assess } from '../../../src/posture/assess.ts';
import { bundledBaseline } from '../../../src/posture/bundled-baseline.ts';
import { DAY, elapsed, HOUR, type Instant, later } from '../../../src/posture/instant.ts';
import { readOrganization, readPosture } from '../../../src/posture/read-wire.ts';
import { PLATFORM } from '../../../src/posture/source.ts';
import { badgeText, overall } from '../../../src/posture/summary.ts';
import { subjectsOf } from '../../../src/posture/this-computer.ts';
import { deviceSchema, organizationSchema, postureSchema } from '../../../src/posture/wire.ts';
import { practices } from '../../../src/practices/index.ts';

const NOW = '2026-11-24T09:07:00.000Z';
const ids = samplePeople.map(({ id }) => id);

const gateway = createGateway({
  now: () => NOW,
  baseline: bundledBaseline,
  people: samplePeople,
  requestId: () => 'r_1',
});

const textOf = async (path: string): Promise<string> =>
  (await gateway.fetch(new Request(`http://gateway.example/sample/${path}`))).text();

const jsonOf = async (path: string): Promise<unknown> => JSON.parse(await textOf(path));

const postureFor = async (id: string) => {
  const read = readPosture(await jsonOf(`${id}/v1/posture`));
  if ('problem' in read) throw new Error(read.problem);
  return read.document;
};

/** What the extension shows, apart from what the browser says of itself. */
const assessmentFor = async (id: string, now: Instant = NOW) => {
  const { devices, sources, thisComputer, omitted } = await postureFor(id);
  const organization = readOrganization(await jsonOf(`${id}/v1/organization`));
  if ('problem' in organization) throw new Error(organization.problem);
  return assess({
    subjects: subjectsOf(devices, { platform: 'macos', signals: [], gaps: [] }, thisComputer),
    practices: practices.filter(({ scope }) => scope === 'device'),
    policy: organization.document.policy,
    baseline: organization.document.baseline ?? bundledBaseline,
    sources,
    organization: organization.document.organization,
    connection: { endpoint: 'https://acme.example', problem: null, answeredAt: now },
    omitted,
    now,
  } satisfies AssessmentInput);
};

/** `ok`, or rating, practice and what stands behind it. */
const shown = async (id: string) => {
  const { devices } = await assessmentFor(id);
  return Object.fromEntries(
    devices.map(({ name, findings }) => [
      name,
      findings
        .filter(({ rating }) => rating !== 'ok' && rating !== 'not-applicable')
        .map(({ rating, practice, reason, blamed, decidedBy }) =>
          [rating, practice, reason, ...blamed, ...decidedBy.map(({ source }) => source)].filter(Boolean).join(' '),
        ),
    ]),
  );
};

const oracle = {
  mixed: {
    "Jane's MacBook Pro": ['warn disk-encryption jamf', 'unknown firewall source-failed intune'],
    'iPhone 17': [],
    'Pixel 9': ['nudge os-patched google-mobile google-mobile'],
  },
  green: { "Richard's MacBook Air": [], 'iPhone 17': [] },
  critical: {
    "John's MacBook Pro": ['warn disk-encryption jamf', 'warn screen-lock jamf', 'warn endpoint-protection jamf'],
  },
  phones: {
    "Max's MacBook Pro": [],
    'iPhone 16': ['warn device-integrity intune'],
    'Galaxy S25': ['warn device-integrity google-mobile'],
  },
  'source-down': {
    "Jane's MacBook Pro": ['warn disk-encryption jamf'],
    'iPhone 17': [],
    'Pixel 9': ['nudge os-patched google-mobile google-mobile'],
  },
  conflict: { "Erika's MacBook Air": ['unknown disk-encryption sources-disagree jamf intune'] },
  // This computer, which nobody knows and of which only its browser could tell.
  empty: { '': [] },
};

const summaries = {
  mixed: ['warn', '1'],
  green: ['ok', ''],
  critical: ['warn', '3'],
  phones: ['warn', '2'],
  stale: ['unknown', ''],
  'source-down': ['warn', '1'],
  conflict: ['unknown', ''],
  many: ['warn', '9+'],
};

test('Every sample person has its expectation', () => {
  expect(ids.toSorted()).toEqual([...Object.keys(oracle), 'stale', 'many'].toSorted());
});

test.each(Object.entries(oracle))('%s shows what it is there to show', async (id, devices) => {
  expect(await shown(id)).toEqual(devices);
});

test.each(Object.entries(summaries))('%s is %j overall and on the badge', async (id, summary) => {
  const assessment = await assessmentFor(id);
  expect([overall(assessment), badgeText(assessment)]).toEqual(summary);
});

describe.each(ids)('the answer about %s', (id) => {
  test('is accepted by the schemas of the wire, and nothing of it is lost in reading', async () => {
    const json = await jsonOf(`${id}/v1/posture`);
    const { devices } = v.parse(postureSchema, json);
    expect(v.parse(v.array(deviceSchema), devices)).toEqual(devices);
    expect(v.safeParse(organizationSchema, await jsonOf(`${id}/v1/organization`)).success).toBe(true);
    const document = await postureFor(id);
    expect(document.devices).toEqual(devices);
    expect(document.omitted).toEqual({ retired: 0, overLimit: 0, unreadable: 0 });
  });

  test('joins this computer, and no other device', async () => {
    const { devices } = await assessmentFor(id);
    const joined = devices.filter(({ isJoined }) => isJoined).map(({ form }) => form);
    expect(joined).toEqual(id === 'empty' ? [] : ['computer']);
    expect(devices.filter(({ isThisComputer }) => isThisComputer)).toHaveLength(1);
  });

  test('names a source and a time for each ok', async () => {
    const { devices, sources } = await assessmentFor(id);
    for (const finding of devices.flatMap(({ findings }) => findings).filter(({ rating }) => rating === 'ok')) {
      expect(finding.decidedBy.length).toBeGreaterThan(0);
      for (const { source, observedAt } of finding.decidedBy.filter((signal) => signal.source !== PLATFORM)) {
        expect(sources.map((report) => report.id)).toContain(source);
        expect(elapsed(observedAt, NOW)).toBeGreaterThan(0);
      }
    }
  });

  test('leaves no ok behind when nobody speaks for 30 days', async () => {
    const { devices } = await assessmentFor(id, later(NOW, 30 * DAY));
    const left = devices.flatMap(({ findings }) => findings).filter(({ rating }) => rating === 'ok');
    expect(left.filter(({ decidedBy }) => decidedBy.some(({ source }) => source !== PLATFORM))).toEqual([]);
  });
});

/** The vendors' fields whose values must not leave the gateway. */
const secretFields =
  /^(serialNumber|udid|imei|macAddress|altMacAddress|wiFiMacAddress|wifiMacAddress|ethernetMacAddress|email|deviceId|resourceId)$/;

const secretsIn = (json: unknown): readonly string[] => {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    secretFields.test(name) && typeof value === 'string' ? [value] : secretsIn(value),
  );
};

/** Without case and separators, and an IMEI without its check digit: what is left of a key in any form it may be written in. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replace(/^(\d{14})\d$/, '$1');

const secretsOf = ({ answersAt, email }: SamplePerson): readonly string[] => [
  email,
  ...answersAt({ now: NOW, baseline: bundledBaseline }).flatMap(({ json }) => secretsIn(json)),
];

test.each(samplePeople.map((person) => [person.id, person] as const))(
  'No whole serial, hardware UUID, IMEI, MAC or e-mail address is in the answers about %s',
  async (id, person) => {
    const secrets = secretsOf(person);
    expect(secrets.length).toBeGreaterThan(id === 'empty' ? 0 : 4);
    const said = `${await textOf(`${id}/v1/posture`)}${await textOf(`${id}/v1/organization`)}`;
    for (const secret of secrets) {
      expect(said).not.toContain(secret);
      expect(bare(said)).not.toContain(bare(secret));
    }
  },
);

test('No two sample devices share an identity, but for Jane a day later', () => {
  const owners = new Map<string, string>();
  for (const person of samplePeople.filter(({ id }) => id !== 'source-down')) {
    for (const secret of secretsOf(person)) {
      expect(owners.get(bare(secret)) ?? person.id).toBe(person.id);
      owners.set(bare(secret), person.id);
    }
  }
});

describe('source-down', () => {
  test('keeps the devices of mixed, under the same ids', async () => {
    const idsFor = async (id: string) => (await postureFor(id)).devices.map((device) => device.id);
    expect(await idsFor('source-down')).toEqual(await idsFor('mixed'));
  });

  test('says what Intune said yesterday, as old as it is', async () => {
    const { devices, sources } = await postureFor('source-down');
    const intune = sources.find(({ id }) => id === 'intune');
    expect(intune).toMatchObject({ status: 'failed', reason: 'timeout' });
    expect(elapsed(intune?.answeredAt ?? NOW, NOW)).toBeGreaterThanOrEqual(DAY);
    const said = devices.flatMap(({ signals }) => signals).filter(({ source }) => source === 'intune');
    expect(said.length).toBeGreaterThan(0);
    for (const { observedAt } of said) expect(elapsed(observedAt, NOW)).toBeGreaterThan(DAY);
  });

  test('shows the iPhone as last known, and the devices that others still see as they are', async () => {
    const { devices } = await assessmentFor('source-down');
    expect(Object.fromEntries(devices.map(({ name, isLastKnown }) => [name, isLastKnown]))).toEqual({
      "Jane's MacBook Pro": false,
      'iPhone 17': true,
      'Pixel 9': false,
    });
  });

  test('keeps what Intune said of the Mac, with its age', async () => {
    const { devices } = await assessmentFor('source-down');
    const firewall = devices.flatMap(({ findings }) => findings).find(({ practice }) => practice === 'firewall');
    expect(firewall).toMatchObject({ rating: 'ok', decidedBy: [{ source: 'intune' }] });
    expect(elapsed(firewall?.decidedBy[0]?.observedAt ?? NOW, NOW)).toBeGreaterThan(DAY);
  });
});

test('In conflict, the firewall is what was said later, and what was said before is told too', async () => {
  const { devices } = await assessmentFor('conflict');
  const findings = devices.flatMap((device) => device.findings);
  expect(findings.find(({ practice }) => practice === 'firewall')).toMatchObject({
    rating: 'ok',
    decidedBy: [{ source: 'jamf', value: 'on' }],
    alsoSaid: [{ source: 'jamf-studio', value: 'off' }],
  });
  const disk = findings.find(({ practice }) => practice === 'disk-encryption');
  expect(disk?.alsoSaid.map(({ source, value }) => [source, value])).toEqual([
    ['jamf', 'on'],
    ['intune', 'off'],
  ]);
});

test('In mixed, Jamf saw the disk three hours ago', async () => {
  const { devices } = await assessmentFor('mixed');
  const disk = devices.flatMap(({ findings }) => findings).find(({ practice }) => practice === 'disk-encryption');
  const age = elapsed(disk?.decidedBy[0]?.observedAt ?? NOW, NOW);
  expect(Math.floor(age / HOUR)).toBe(3);
});

describe('stale', () => {
  test('has not one ok, and says of each device that nobody has heard from it', async () => {
    const { devices } = await assessmentFor('stale');
    const shownOf = devices.map(({ findings }) => findings.filter(({ rating }) => rating !== 'not-applicable'));
    expect(shownOf).toHaveLength(2);
    for (const findings of shownOf) {
      expect(findings.filter(({ rating }) => rating === 'ok')).toEqual([]);
      expect(findings.find(({ practice }) => practice === 'check-in')).toMatchObject({
        rating: 'nudge',
        observed: 'silent',
      });
    }
  });

  test('is silent for 60 days on the computer and 40 on the phone', async () => {
    const { devices } = await assessmentFor('stale');
    const days = devices.map(({ form, lastContactAt }) => [form, Math.floor(elapsed(lastContactAt ?? NOW, NOW) / DAY)]);
    expect(Object.fromEntries(days)).toEqual({ computer: 60, phone: 40 });
  });
});

describe('critical', () => {
  test('is to encrypt the disk in the ten days after today', async () => {
    const { devices } = await assessmentFor('critical');
    const due = devices.flatMap(({ findings }) => findings).filter(({ dueAt }) => dueAt !== undefined);
    expect(due.map(({ practice, dueAt }) => [practice, dueAt])).toEqual([
      ['disk-encryption', '2026-12-04T00:00:00.000Z'],
    ]);
  });

  test('names an organisation of its own, which stays the same for a day', async () => {
    const etagAt = async (now: Instant, id: string) => {
      const asked = createGateway({
        now: () => now,
        baseline: bundledBaseline,
        people: samplePeople,
        requestId: String,
      });
      const url = `http://gateway.example/sample/${id}/v1/organization`;
      return (await asked.fetch(new Request(url))).headers.get('ETag');
    };
    const etag = await etagAt(NOW, 'critical');
    expect(await etagAt('2026-11-24T23:59:59.000Z', 'critical')).toBe(etag);
    expect(await etagAt('2026-11-25T00:00:00.000Z', 'critical')).not.toBe(etag);
    expect(await etagAt(NOW, 'green')).not.toBe(etag);
  });
});

test('many has 40 devices of every kind, and something to fix on several, but not on most', async () => {
  const { devices } = await assessmentFor('many');
  expect(devices).toHaveLength(40);
  expect(new Set(devices.map(({ platform }) => platform))).toEqual(
    new Set(['macos', 'windows', 'ios', 'android', 'chromeos']),
  );
  expect(new Set(devices.map(({ name }) => name)).size).toBe(40);
  const affected = devices.filter(({ findings }) => findings.some(({ rating }) => rating === 'warn'));
  expect(affected.length).toBeGreaterThan(5);
  expect(affected.length).toBeLessThan(20);
});

test('Nothing that a source could tell of a sample device is left unsaid, but where a source fails or says nothing on purpose', async () => {
  const reasons = new Set<string>();
  for (const id of ids.filter((name) => !['stale', 'many'].includes(name))) {
    const { devices } = await assessmentFor(id);
    for (const { reason } of devices.flatMap(({ findings }) => findings)) if (reason !== undefined) reasons.add(reason);
  }
  expect(reasons).toEqual(new Set(['source-failed', 'sources-disagree']));
});

test.each([
  [
    'the highest release',
    [
      { release: '9', latest: '9.9' },
      { release: '27', latest: '27.2' },
    ],
    '27.2',
  ],
  ['the release where no version is told', [{ release: '16' }, { release: '17' }], '17'],
  ['nothing where nothing is known', [], null],
])('The newest version of a baseline is %s', (_, trains, version) => {
  expect(newest(trains.map((train) => ({ ...train, supportedUntil: null })))).toBe(version);
});
