import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withHints } from '../../server/device-hints.ts';
import { sealWith } from '../../server/seal.ts';
import { assessmentOf } from '../../src/background/assessment.ts';
import { toldOf } from '../../src/background/this-computer.ts';
import { send } from '../../src/browser/send.ts';
import { storedAssessment, storedComputer } from '../../src/browser/stored.ts';
import type { Answers } from '../../src/browser/stored-answers.ts';
import { collated } from '../../src/posture/collate.ts';
import { identityOf } from '../../src/posture/identity.ts';
import { readPosture } from '../../src/posture/read-wire.ts';
import { type CompanyServer, json, serveCompany, status } from '../support/company.ts';
import { aPostureAnswer } from '../support/endpoint-answers.ts';
import { keysTold } from '../support/hints.ts';
import { aDevice, aReport, NOW, said } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { assessedNow, ratingsOf, setClock, startWorker } from '../support/worker.ts';

const macbook = aDevice({ id: 'd_macbook', name: 'MacBook', signals: [said('diskEncryption', 'off')] });
const mini = aDevice({ id: 'd_mini', name: 'Mac mini', signals: [said('diskEncryption', 'on')] });
const iphone = aDevice({ id: 'd_iphone', name: 'iPhone', platform: 'ios', form: 'phone' });
const listed = [macbook, mini, iphone];

let company: CompanyServer;

beforeEach(async () => {
  company = await serveCompany(listed);
  setClock(NOW);
  runIn();
  await startWorker();
  await send('set-endpoint', company.origin);
  await assessedNow();
});

afterEach(async () => {
  vi.useRealTimers();
  await company.close();
});

const computer = async () => (await storedAssessment.get())?.devices.find(({ isThisComputer }) => isThisComputer);
const asked = async () => (await computer())?.question;

describe('the person’s choice', () => {
  test('joins this computer at once, and nobody is asked', async () => {
    expect(await asked()).toEqual({ devices: ['d_macbook', 'd_mini'], isAnswered: false });
    const before = company.requests.length;
    await send('choose-computer', 'd_mini');
    expect(company.requests).toHaveLength(before);
    expect(await computer()).toMatchObject({ id: 'd_mini', isJoined: true, joinedBy: 'own' });
    expect(ratingsOf((await computer())?.findings)).toMatchObject({ 'disk-encryption': 'ok', 'browser-version': 'ok' });
  });

  test('is remembered by the next worker, and by the next check', async () => {
    await send('choose-computer', 'd_mini');
    await startWorker();
    expect((await assessedNow()).devices.find(({ isThisComputer }) => isThisComputer)?.id).toBe('d_mini');
  });

  test('of none is remembered until another computer is listed', async () => {
    await send('choose-computer', null);
    expect(await asked()).toEqual({ devices: ['d_macbook', 'd_mini'], isAnswered: true });
    company.posture = json(aPostureAnswer({ devices: [...listed, aDevice({ id: 'd_phone', form: 'phone' })] }));
    await assessedNow();
    expect(await asked()).toMatchObject({ isAnswered: true });
    company.posture = json(aPostureAnswer({ devices: [...listed, aDevice({ id: 'd_new' })] }));
    await assessedNow();
    expect(await asked()).toMatchObject({ isAnswered: false });
  });

  test('taken back is asked for again', async () => {
    await send('choose-computer', 'd_mini');
    await send('forget-computer');
    expect(await computer()).toMatchObject({ id: 'this-computer', isJoined: false });
    expect(await asked()).toMatchObject({ isAnswered: false });
    expect(await storedComputer.get()).toBeUndefined();
  });

  test.each(['d_iphone', 'd_nobody'])('of %s changes nothing', async (device) => {
    await send('choose-computer', device);
    expect(await storedComputer.get()).toBeUndefined();
    expect(await computer()).toMatchObject({ isJoined: false });
  });

  test('ends with the person who made it', async () => {
    await send('choose-computer', 'd_mini');
    const person = { key: 'sha256:john', name: 'John Roe' };
    company.posture = json(aPostureAnswer({ devices: listed, person }));
    await assessedNow();
    expect(await computer()).toMatchObject({ isJoined: false });
    expect(await storedComputer.get()).toBeUndefined();
  });

  test('ends with the endpoint that it was made for', async () => {
    await send('choose-computer', 'd_mini');
    await send('set-endpoint', null);
    expect(await storedComputer.get()).toBeUndefined();
    await send('set-endpoint', company.origin);
    await assessedNow();
    expect(await computer()).toMatchObject({ isJoined: false });
  });

  test('outlives an endpoint that fails', async () => {
    await send('choose-computer', 'd_mini');
    company.posture = status(500);
    await assessedNow();
    expect(await computer()).toMatchObject({ id: 'd_mini', joinedBy: 'own' });
  });

  test('before anything was answered is nobody’s', async () => {
    await send('set-endpoint', null);
    await send('choose-computer', 'd_mini');
    expect(await storedComputer.get()).toBeUndefined();
    expect((await storedAssessment.get())?.connection.endpoint ?? null).toBeNull();
  });
});

describe('a Chromebook that tells its serial number', () => {
  const serial = '5CD1234XYZ';
  const listing = async (told: string) => {
    const device = aDevice({ id: 'd_chromebook', platform: 'chromeos', ...keysTold({ serial: told }) });
    company.posture = json(aPostureAnswer({ devices: [device] }));
    runIn({ os: 'cros', enterprise: { deviceAttributes: { getDeviceSerialNumber: async () => serial } } });
    await startWorker();
    await send('set-endpoint', company.origin);
    await assessedNow();
    return computer();
  };

  test('is joined by the whole of it, which is neither kept nor sent', async () => {
    expect(await listing('5cd1234xyz')).toMatchObject({ id: 'd_chromebook', joinedBy: 'managed' });
    const kept = JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);
    expect(kept).not.toContain('5CD123');
    expect(JSON.stringify(company.requests.map(({ url, rawHeaders }) => [url, rawHeaders]))).not.toContain('5CD123');
  });

  test('is not joined to one that only ends the same', async () => {
    expect(await listing('5CD9994XYZ')).toMatchObject({ isJoined: false });
  });
});

describe('what device management filled in', () => {
  const person = { key: 'sha256:jane', name: 'Jane Doe' };
  const uuid = '5A3B1E0C-0000-4000-8000-00000000B001';
  const report = (serial: string, more: object = {}) =>
    aReport({ name: serial, identity: identityOf({ serial, ...more }), assetTag: `ACME-${serial.slice(-4)}` });
  const devices = collated(
    [report('ZS5MPL7Q2X', { hardwareUuid: uuid }), report('ZS6MPLP8NK')],
    sealWith('key', 'device'),
  ).map((one) => withHints(one, person.key));
  const read = readPosture(aPostureAnswer({ devices, person }));
  const kept = <Document>(document: Document) => ({ document, etag: null, maxAgeSeconds: 900, fetchedAt: NOW });
  const answers = {
    endpoint: 'https://acme.example',
    organization: null,
    posture: 'document' in read ? kept(read.document) : null,
    askedAt: NOW,
    answeredAt: NOW,
  } satisfies Answers;
  const view = { platform: 'macos', signals: [], gaps: [] } as const;

  const joinedBy = async (managed: Parameters<typeof toldOf>[1]) => {
    const told = await toldOf(view, managed, answers);
    const { devices: assessed } = assessmentOf(view, { answers, problem: null }, '1.0.0', NOW, told);
    const joined = assessed.find(({ isJoined }) => isJoined);
    return joined && [joined.name, joined.joinedBy];
  };

  test.each([
    [{ serial: 'zs5mpl7q2x' }],
    [{ hardwareUuid: uuid }],
    [{ assetTag: 'acme-7q2x' }],
    [{ serialEnding: '7q2x' }],
    [{ serial: 'ZS5MPL7Q2X', hardwareUuid: uuid, assetTag: 'ACME-7Q2X', serialEnding: '7Q2X' }],
  ])('%o is found in what the gateway tells', async (managed) => {
    expect(await joinedBy(managed)).toEqual(['ZS5MPL7Q2X', 'managed']);
  });

  test('and contradicts itself joins nothing; and beats what the person said', async () => {
    expect(await joinedBy({ serial: 'ZS5MPL7Q2X', assetTag: 'ACME-P8NK' })).toBeUndefined();
    const device = devices.find(({ name }) => name === 'ZS6MPLP8NK')?.id ?? '';
    await storedComputer.set({ endpoint: answers.endpoint, person: person.key, device, among: [device] });
    expect(await joinedBy({})).toEqual(['ZS6MPLP8NK', 'own']);
    expect(await joinedBy({ serial: 'ZS5MPL7Q2X' })).toEqual(['ZS5MPL7Q2X', 'managed']);
  });

  test('is nothing without an answer to compare it with', async () => {
    expect(await toldOf(view, { serial: 'ZS5MPL7Q2X' }, undefined)).toEqual({});
    expect(await toldOf(view, { serial: 'ZS5MPL7Q2X' }, { ...answers, posture: null })).toEqual({});
  });
});
