import { describe, expect, test } from 'vitest';
import { createGateway } from '../../../server/gateway.ts';
import { samplePeople } from '../../../server/sample/index.ts';
import { bundledBaseline } from '../../../src/posture/bundled-baseline.ts';
import { DAY, elapsed, HOUR, type Instant } from '../../../src/posture/instant.ts';
import { assessmentFor, ids, NOW, postureFor } from './asked.ts';

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
      ['disk-encryption', '2026-12-04T12:00:00.000Z'],
    ]);
  });

  test('names an organisation of its own, which stays the same for a day', async () => {
    const etagAt = async (now: Instant, id: string) => {
      const asked = createGateway({
        now: () => now,
        baseline: bundledBaseline,
        serves: samplePeople,
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
