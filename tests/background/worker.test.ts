import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { send } from '../../src/browser/send.ts';
import { storedAssessment } from '../../src/browser/stored.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { DAY, HOUR, later } from '../../src/posture/instant.ts';
import { type CompanyServer, json, serveCompany, status } from '../support/company.ts';
import { anOrganizationAnswer, aPostureAnswer } from '../support/endpoint-answers.ts';
import { aDevice, aSource, NOW, said } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { assessedNow, deviceNamed, ratingsOf, ring, setClock, startWorker } from '../support/worker.ts';

const aMac = aDevice({ signals: [said('diskEncryption', 'off'), said('firewall', 'on')] });
const badge = () => fakeBrowser.action.getBadgeText({});

let company: CompanyServer;

beforeEach(async () => {
  company = await serveCompany([aMac]);
  setClock(NOW);
  runIn();
});

afterEach(async () => {
  vi.useRealTimers();
  await company.close();
});

const connect = async (endpoint = company.origin) => {
  await startWorker();
  expect(await send('set-endpoint', endpoint)).toEqual({ problem: null });
  return assessedNow();
};

const forget = () => (company.requests as unknown[]).splice(0).length;

describe('without a company', () => {
  test('this browser is checked, and nobody is asked', async () => {
    await startWorker();
    const { devices, connection } = await assessedNow();
    expect(connection).toEqual({ endpoint: null, problem: null, answeredAt: null });
    expect(devices.map(({ id }) => id)).toEqual(['this-computer']);
    expect(ratingsOf(devices[0]?.findings)).toMatchObject({
      'browser-version': 'ok',
      'os-supported': 'ok',
      'disk-encryption': 'no-endpoint',
      firewall: 'no-endpoint',
    });
    expect(company.requests).toEqual([]);
  });

  test('what no company could tell better keeps its own reason', async () => {
    runIn({ os: 'linux', userAgentData: null, browserInfo: { name: 'Firefox', version: '161.0' } });
    await startWorker();
    const { devices } = await assessedNow();
    expect(ratingsOf(devices[0]?.findings)).toMatchObject({ 'os-supported': 'browser-cannot-know' });
  });
});

describe('with a company', () => {
  test('its devices are rated by what its tools say, and this computer by what it sees', async () => {
    const assessment = await connect();
    expect(assessment).toMatchObject({
      organization: { name: 'Acme' },
      connection: { endpoint: company.origin, problem: null, answeredAt: NOW },
    });
    expect(ratingsOf(deviceNamed(assessment, 'Test Mac')?.findings)).toMatchObject({
      'disk-encryption': 'warn',
      firewall: 'ok',
    });
    expect(ratingsOf(deviceNamed(assessment, '')?.findings)).toEqual({
      'browser-version': 'ok',
      'os-supported': 'ok',
      'os-patched': 'ok',
      'safe-browsing': 'permission-not-granted',
      'browser-extensions': 'permission-not-granted',
      'https-only': 'browser-cannot-know',
      'passkey-ready': 'not-checked-yet',
      'toolbar-check': 'ok',
    });
    expect(await badge()).toBe('1');
  });

  test('its policy holds', async () => {
    const policy = { version: '2', practices: { 'disk-encryption': { importance: 'nudge' } } };
    company.organization = json(anOrganizationAnswer({ policy }));
    expect(ratingsOf(deviceNamed(await connect(), 'Test Mac')?.findings)).toMatchObject({ 'disk-encryption': 'nudge' });
  });

  test('what it asks of this person differently holds over what it asks of everybody', async () => {
    const policy = { version: '2', practices: { 'disk-encryption': { importance: 'warn' } } };
    company.organization = json(anOrganizationAnswer({ policy }));
    const own = { practices: { 'disk-encryption': { importance: 'nudge' } } };
    company.posture = json(aPostureAnswer({ devices: [aMac], policy: own }));
    expect(ratingsOf(deviceNamed(await connect(), 'Test Mac')?.findings)).toMatchObject({ 'disk-encryption': 'nudge' });
  });

  test('what it has agreed with this person is out of the badge, and what it wrote is there', async () => {
    const why = [{ type: 'paragraph', children: [{ type: 'text', value: 'Because.' }] }];
    company.organization = json(anOrganizationAnswer({ words: { en: { 'disk-encryption': { why } } } }));
    const exception = { practice: 'disk-encryption', device: 'd_1', until: '2027-03-31', why: 'A new disk' };
    company.posture = json(
      aPostureAnswer({ devices: [aMac], exceptions: [null, { ...exception, until: 'soon' }, exception] }),
    );
    const assessment = await connect();
    const disk = deviceNamed(assessment, 'Test Mac')?.findings.find(({ practice }) => practice === 'disk-encryption');
    expect(disk).toMatchObject({ rating: 'warn', agreed: { until: '2027-03-31', why: 'A new disk' } });
    expect(assessment.words).toEqual({ en: { 'disk-encryption': { why } } });
    expect(await badge()).toBe('');
  });

  test.each([
    ['newer', '2026-11-30', '2026-11-30'],
    ['older', '2026-01-01', bundledBaseline.asOf],
  ])('its %s baseline against the bundled one', async (_, asOf, used) => {
    company.organization = json(anOrganizationAnswer({ baseline: { asOf, os: {}, browsers: {} } }));
    expect((await connect()).baselineAsOf).toBe(used);
  });

  test.each([
    ['99.0', '99.0'],
    ['0.1', undefined],
    [undefined, undefined],
  ])('its minimum version %s is remembered where this extension is older', async (minimumExtension, neededVersion) => {
    company.organization = json(anOrganizationAnswer({ minimumExtension }));
    expect((await connect()).neededVersion).toBe(neededVersion);
  });

  test('without its policy nothing that it reports is judged', async () => {
    company.organization = status(404);
    const assessment = await connect();
    expect(assessment.connection).toMatchObject({ problem: 'not-found', answeredAt: null });
    const ratings = ratingsOf(deviceNamed(assessment, 'Test Mac')?.findings);
    expect(new Set(Object.values(ratings))).toEqual(new Set(['policy-missing', 'not-applicable']));
    expect(await badge()).toBe('');
  });

  describe('on a Chromebook whose policy lets this extension see its serial number', () => {
    const serial = '5CD1234XYZ';
    const enterprise = {
      deviceAttributes: { getDeviceSerialNumber: async () => serial },
      hardwarePlatform: { getHardwarePlatformInfo: async () => ({ manufacturer: 'Google', model: 'Eve' }) },
    };

    test.each([
      ['this computer is joined to the device with that number', '4XYZ', { name: 'Test Mac', isJoined: true }],
      ['it is a device of its own where none has that number', '9ABC', { model: 'Google Eve', isJoined: false }],
    ])('%s', async (_, serialEnding, own) => {
      company.posture = json(
        aPostureAnswer({ devices: [aDevice({ platform: 'chromeos', serialEnding, match: ['sealed'] })] }),
      );
      runIn({ os: 'cros', enterprise });
      const { devices } = await connect();
      expect(devices.find(({ isThisComputer }) => isThisComputer)).toMatchObject(own);
      const kept = JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);
      expect(kept).not.toContain('5CD123');
      const asked = company.requests.map(({ url, rawHeaders }) => [url, rawHeaders]);
      expect(asked).not.toEqual([]);
      expect(JSON.stringify(asked)).not.toContain('5CD123');
    });
  });

  test.each([
    ['a sample says which device this computer is', true, true, 1],
    ['nobody else’s word joins it to a device', false, false, 2],
    ['nor does an answer that calls itself a sample while its organisation is none', true, false, 2],
  ])('%s', async (_, sample, isSampleOrganization, count) => {
    company.organization = json(anOrganizationAnswer({ organization: { name: 'Acme', sample: isSampleOrganization } }));
    const devices = [{ ...aMac, match: ['sealed:mac'] }];
    company.posture = json(aPostureAnswer({ devices, sample, thisComputer: 'sealed:mac' }));
    const assessment = await connect();
    expect(assessment.devices).toHaveLength(count);
    expect(assessment.devices.map(({ isJoined }) => isJoined).includes(true)).toBe(count === 1);
  });
});

test('how the company answered at this check is a part of the check of this extension', async () => {
  const toolbar = async () => ratingsOf(deviceNamed(await assessedNow(), '')?.findings)['toolbar-check'];
  await connect();
  expect(await toolbar()).toBe('ok');
  company.posture = status(500);
  setClock(later(NOW, 4 * DAY));
  expect(await toolbar()).toBe('nudge');
  company.posture = json(aPostureAnswer({ devices: [aMac] }));
  expect(await toolbar()).toBe('ok');
});

describe('an endpoint that stops answering', () => {
  test('keeps its devices, rated by their real age', async () => {
    await connect();
    company.posture = status(500);
    setClock(later(NOW, DAY));
    const dayAfter = await assessedNow();
    expect(dayAfter.connection).toEqual({ endpoint: company.origin, problem: 'server-error', answeredAt: NOW });
    expect(ratingsOf(deviceNamed(dayAfter, 'Test Mac')?.findings)).toMatchObject({
      'disk-encryption': 'warn',
      firewall: 'ok',
    });

    setClock(later(NOW, 8 * DAY));
    const weekAfter = await assessedNow();
    expect(ratingsOf(deviceNamed(weekAfter, 'Test Mac')?.findings)).toMatchObject({
      'disk-encryption': 'stale',
      firewall: 'stale',
    });
    expect(weekAfter.connection.answeredAt).toBe(NOW);
    expect(await badge()).toBe('');
  });

  test('tells its problem, and its devices come back with it', async () => {
    await connect();
    company.posture = json({ version: 2 });
    expect((await assessedNow()).connection.problem).toBe('wrong-version');
    company.posture = json(aPostureAnswer({ devices: [aMac] }));
    setClock(later(NOW, HOUR));
    expect((await assessedNow()).connection).toMatchObject({ problem: null, answeredAt: later(NOW, HOUR) });
  });
});

describe('a source that fails', () => {
  const failing = aSource({ status: 'failed', reason: 'timeout' });

  test('takes nothing away, over as many checks as it fails', async () => {
    company.posture = json(aPostureAnswer({ devices: [aMac], sources: [aSource()] }));
    await connect();
    company.posture = json(aPostureAnswer({ devices: [], sources: [failing] }));
    await assessedNow();
    const assessment = await assessedNow();
    const device = deviceNamed(assessment, 'Test Mac');
    expect(device?.isLastKnown).toBe(true);
    expect(ratingsOf(device?.findings)).toMatchObject({ 'disk-encryption': 'warn' });
  });

  test('keeps nothing of another person', async () => {
    company.posture = json(aPostureAnswer({ devices: [aMac], sources: [aSource()] }));
    await connect();
    company.posture = json(aPostureAnswer({ sources: [failing], person: { key: 'sha256:john', name: 'John Roe' } }));
    expect(deviceNamed(await assessedNow(), 'Test Mac')).toBeUndefined();
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('Jane');
  });
});

describe('another endpoint', () => {
  test('leaves nothing of the first, whether it answers or not', async () => {
    await connect();
    const silent = await serveCompany();
    silent.posture = status(404);
    silent.organization = status(404);
    expect(await send('set-endpoint', silent.origin)).toEqual({ problem: null });
    const assessment = await assessedNow();
    expect(assessment.devices.map(({ id }) => id)).toEqual(['this-computer']);
    expect(assessment).toMatchObject({ organization: null, connection: { problem: 'not-found', answeredAt: null } });
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/Jane|Test Mac|Acme/);
    await silent.close();
  });

  test('none at all forgets everything too, before the command is answered', async () => {
    await connect();
    await send('set-endpoint', null);
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/Jane|Test Mac|Acme/);
    expect((await assessedNow()).connection.endpoint).toBeNull();
  });

  test('chosen during a check makes that check worthless', async () => {
    await connect();
    let release = () => {};
    const asked = new Promise<void>((arrived) => {
      company.posture = (response) => {
        release = () => json(aPostureAnswer({ devices: [aMac] }))(response);
        arrived();
      };
    });
    const checking = send('check');
    await asked;
    await send('set-endpoint', null);
    release();
    await checking;
    await send('check');
    expect((await storedAssessment.get())?.connection.endpoint).toBeNull();
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/Jane|Test Mac|Acme/);
  });

  test.each([
    ['acme', 'not-a-url'],
    ['http://acme.example', 'not-https'],
  ])('that is none (%s) changes nothing', async (text, problem) => {
    await connect();
    const before = await fakeBrowser.storage.local.get();
    expect(await send('set-endpoint', text)).toEqual({ problem });
    expect(await fakeBrowser.storage.local.get()).toEqual(before);
  });
});

describe('Test connection', () => {
  test('names who answers, and keeps nothing', async () => {
    await startWorker();
    await assessedNow();
    const before = await fakeBrowser.storage.local.get();
    expect(await send('test-connection', `${company.origin}/`)).toEqual({ organization: 'Acme' });
    expect(await fakeBrowser.storage.local.get()).toEqual(before);
  });

  test.each([['acme', 'not-a-url'] as const, ['http://acme.example', 'not-https'] as const])(
    'of %s asks nobody',
    async (text, problem) => {
      await startWorker();
      expect(await send('test-connection', text)).toEqual({ problem });
    },
  );

  test('tells what is wrong', async () => {
    company.organization = status(401);
    await startWorker();
    expect(await send('test-connection', company.origin)).toEqual({ problem: 'unauthorised' });
  });
});

describe('one check at a time', () => {
  test('however many ask during a check, it is made exactly once more', async () => {
    await connect();
    forget();
    let release = () => {};
    const asked = new Promise<void>((arrived) => {
      company.posture = (response) => {
        release = () => status(304)(response);
        arrived();
      };
    });
    const first = send('check');
    await asked;
    company.posture = status(304);
    const others = [send('check'), send('check')];
    await ring('check');
    release();
    await Promise.all([first, ...others]);
    expect(forget()).toBe(2);
  });
});

test('an answer that the browser has no room for is refused, and what was there before stays', async () => {
  const before = await connect();
  const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
  const room = vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (items) => {
    if (JSON.stringify(items).length > 200_000) throw new Error('QUOTA_BYTES quota exceeded');
    await set(items);
  });
  const signals = Array.from({ length: 200 }, (_, i) => said('diskEncryption', 'x'.repeat(250), `s${i}`));
  const devices = Array.from({ length: 20 }, (_, i) => aDevice({ id: `d_${i}`, signals }));
  company.posture = json(aPostureAnswer({ devices }));
  const after = await assessedNow();
  room.mockRestore();
  expect(after.connection).toEqual({ ...before.connection, problem: 'too-large' });
  expect(after.devices.map(({ id }) => id)).toEqual(before.devices.map(({ id }) => id));
});
