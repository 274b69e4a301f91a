import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { DAY, elapsed, later } from '../../../src/posture/instant.ts';
import { PLATFORM } from '../../../src/posture/source.ts';
import { badgeText, overall } from '../../../src/posture/summary.ts';
import { deviceSchema, organizationSchema, postureSchema } from '../../../src/posture/wire.ts';
import { assessmentFor, ids, jsonOf, NOW, postureFor } from './asked.ts';

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
  'not-joined': { '': [], "Petra's MacBook Pro": [], "Petra's Mac mini": [], 'iPhone 17': [] },
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
  'not-joined': ['ok', ''],
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

  test('joins this computer where it is known, and no other device', async () => {
    const { devices } = await assessmentFor(id);
    const joined = devices.filter(({ isJoined }) => isJoined).map(({ form }) => form);
    expect(joined).toEqual(['empty', 'not-joined'].includes(id) ? [] : ['computer']);
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

  test('rests on a baseline that is not too old for it, for as long as the next one may take', async () => {
    for (const weeks of [0, 1, 2, 3, 4, 5]) {
      const now = later(NOW, weeks * 7 * DAY);
      const { devices } = await assessmentFor(id, now, now);
      const reasons = devices.flatMap(({ findings }) => findings).map(({ reason }) => reason);
      expect([weeks, reasons]).toEqual([weeks, expect.not.arrayContaining(['baseline-outdated'])]);
    }
  });
});
