import { fakeBrowser } from '@webext-core/fake-browser';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { storedAssessment, storedClaims, storedSettings } from '../../src/browser/stored.ts';
import { storedAnswers } from '../../src/browser/stored-answers.ts';
import { assess } from '../../src/posture/assess.ts';
import { readOrganization, readPosture } from '../../src/posture/read-wire.ts';
import { anyDevice, anySource } from '../support/arbitrary.ts';
import { anOrganizationAnswer, aPostureAnswer } from '../support/endpoint-answers.ts';
import { aDevice, anInput, hoursAgo, NOW, said, someone } from '../support/posture.ts';

beforeEach(() => fakeBrowser.reset());

const assessment = assess(
  anInput({ subjects: [someone(aDevice({ signals: [said('diskEncryption', 'off'), said('firewall', 'on')] }))] }),
);

const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

test('whatever the engine makes can be read again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDevice, { maxLength: 3 }), fc.array(anySource), async (devices, sources) => {
      const made = asJson(assess(anInput({ subjects: asJson(devices).map(someone), sources })));
      fc.pre(made.devices.every(({ findings }) => findings.every(hasValues)));
      await storedAssessment.set(made);
      expect(await storedAssessment.get()).toEqual(made);
    }),
    { numRuns: 50 },
  );
});

/** JSON, which storage and wire speak, has no `undefined`. */
const hasValues = ({ decidedBy, alsoSaid }: { decidedBy: readonly object[]; alsoSaid: readonly object[] }) =>
  [...decidedBy, ...alsoSaid].every((signal) => 'value' in signal);

describe('a broken assessment is as good as none', () => {
  const device = assessment.devices[0]!;
  const finding = device.findings[0]!;
  const withFinding = (change: object) => ({
    ...assessment,
    devices: [{ ...device, findings: [{ ...finding, ...change }] }],
  });
  test.each<[string, object]>([
    ['no devices', { ...assessment, devices: undefined }],
    ['devices that are not a list', { ...assessment, devices: {} }],
    ['a moment that is none', { ...assessment, assessedAt: 'yesterday-ish' }],
    ['a connection without its problem', { ...assessment, connection: { endpoint: null } }],
    ['an unknown rating', withFinding({ rating: 'fine' })],
    ['an unknown reason', withFinding({ reason: 'because' })],
    ['a parameter that is an object', withFinding({ params: { minutes: {} } })],
    ['an end that is not a moment', withFinding({ validUntil: '' })],
    // As texts both come after any instant of today: they would never be over.
    ['an end in the words of a mail', withFinding({ validUntil: 'Tue, 01 Jan 2019 00:00:00 GMT' })],
    ['an end without a year of its own', withFinding({ validUntil: '9' })],
    ['an end in another zone', withFinding({ validUntil: '2026-11-23T23:00:00+11:00' })],
    ['evidence that is text', withFinding({ decidedBy: ['jamf'] })],
    ['an organisation without a name', { ...assessment, organization: { sample: false } }],
  ])('%s', async (_, broken) => {
    await fakeBrowser.storage.local.set({ assessment: { version: 1, value: broken } });
    expect(await storedAssessment.get()).toBeUndefined();
  });
});

test('answers are read again as the wire gave them', async () => {
  const organization = readOrganization(anOrganizationAnswer());
  const posture = readPosture(aPostureAnswer({ devices: [aDevice({ signals: [said('firewall', 'on')] })] }));
  if ('problem' in organization || 'problem' in posture) throw new Error('The samples cannot be read');
  const kept = { etag: '"1"', maxAgeSeconds: 60, fetchedAt: NOW };
  const answers = {
    endpoint: 'https://acme.example',
    organization: { ...kept, document: organization.document },
    posture: { ...kept, document: posture.document },
    askedAt: NOW,
    answeredAt: hoursAgo(1),
  };
  await storedAnswers.set(answers);
  expect(await storedAnswers.get()).toEqual(asJson(answers));
});

test('settings and claims are read again', async () => {
  await storedSettings.set({ endpoint: null });
  expect(await storedSettings.get()).toEqual({ endpoint: null });
  const claims = [{ device: 'd_1', practice: 'firewall', claimedAt: NOW }];
  await storedClaims.set(claims);
  expect(await storedClaims.get()).toEqual(claims);
});
