import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { send } from '../../src/browser/commands.ts';
import { storedAssessment, storedManaged, storedSettings } from '../../src/browser/stored.ts';
import { storedAnswers } from '../../src/browser/stored-answers.ts';
import { HOUR, later, MINUTE } from '../../src/posture/instant.ts';
import { nothingManaged } from '../../src/posture/managed-copy.ts';
import { type CompanyServer, serveCompany } from '../support/company.ts';
import { manage, manageNothingInFirefox, manageUnreadably, tellManaged } from '../support/managed.ts';
import { aDevice, NOW, said } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { assessedNow, ring, setClock, startWorker } from '../support/worker.ts';

const aMac = aDevice({ signals: [said('diskEncryption', 'off')] });

let company: CompanyServer;
let other: CompanyServer;

beforeEach(async () => {
  company = await serveCompany([aMac]);
  other = await serveCompany([]);
  setClock(NOW);
  runIn({ installType: 'admin' });
  manage({});
});

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all([company.close(), other.close()]);
});

const endpointOfAssessment = async () => (await storedAssessment.get())?.connection.endpoint;
const title = () => fakeBrowser.action.getTitle({});
const badge = () => fakeBrowser.action.getBadgeText({});

/** Everything that is kept, wherever. */
const everythingKept = async () =>
  JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);

describe('an extension that a policy has installed', () => {
  /** Waits by the worker's own timers, which the test drives. */
  const passMs = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: new Date(NOW) }));

  test('waits for what comes three seconds late without an event, and asks nobody else before', async () => {
    await startWorker();
    await passMs(2900);
    expect(await storedAssessment.get()).toBeUndefined();
    expect(await storedManaged.get()).toBeUndefined();
    manage({ endpoint: company.origin });
    await passMs(600);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await endpointOfAssessment()).toBe(company.origin));
    expect((await storedManaged.get())?.settings).toEqual({ endpoint: company.origin });
  });

  test('checks itself after ten seconds when nothing comes, and knows that nothing was said', async () => {
    await startWorker();
    await passMs(9900);
    expect(await storedAssessment.get()).toBeUndefined();
    await passMs(600);
    await vi.waitFor(async () => expect(await endpointOfAssessment()).toBeNull());
    expect(await storedManaged.get()).toEqual(nothingManaged);
  });

  test('waits once: a worker that starts later has nothing to wait for', async () => {
    await startWorker();
    await passMs(10_600);
    await vi.waitFor(async () => expect(await endpointOfAssessment()).toBeNull());
    await startWorker();
    await assessedNow();
  });
});

describe('an extension that a person has installed', () => {
  beforeEach(() => {
    runIn();
    manage({});
  });

  test('is checked at once, and finds a minute later what came without an event', async () => {
    await startWorker();
    await assessedNow();
    expect(await endpointOfAssessment()).toBeNull();
    const soon = await fakeBrowser.alarms.get('check-soon');
    expect(soon?.scheduledTime).toBe(Date.parse(later(NOW, MINUTE)));
    manage({ endpoint: company.origin });
    setClock(later(NOW, MINUTE));
    await ring('check-soon');
    await vi.waitFor(async () => expect(await endpointOfAssessment()).toBe(company.origin));
  });

  test('takes over at once what the browser tells by an event', async () => {
    await startWorker();
    await assessedNow();
    manage({ endpoint: company.origin });
    await tellManaged();
    await vi.waitFor(async () => expect(await endpointOfAssessment()).toBe(company.origin));
  });

  test('that was never managed is not woken again by silence', async () => {
    await startWorker();
    await assessedNow();
    setClock(later(NOW, MINUTE));
    await assessedNow();
    expect(await storedManaged.get()).toEqual(nothingManaged);
    await fakeBrowser.alarms.clear('check-soon');
    await startWorker();
    await assessedNow();
    expect(await fakeBrowser.alarms.get('check-soon')).toBeUndefined();
  });
});

test('in Firefox without a policy nothing is waited for', async () => {
  manageNothingInFirefox();
  await startWorker();
  await assessedNow();
  expect(await storedManaged.get()).toEqual(nothingManaged);
  expect(await fakeBrowser.alarms.get('check-soon')).toBeUndefined();
});

describe('another endpoint', () => {
  const connected = async () => {
    manage({ endpoint: company.origin });
    await startWorker();
    expect((await assessedNow()).connection.endpoint).toBe(company.origin);
    expect(await badge()).toBe('1');
  };

  test('is asked from the next check on, and all that the old one said is forgotten', async () => {
    await connected();
    manage({ endpoint: other.origin });
    const { connection, devices } = await assessedNow();
    expect(connection.endpoint).toBe(other.origin);
    expect(devices.map(({ name }) => name)).not.toContain('Test Mac');
    expect(await everythingKept()).not.toContain(company.origin);
    expect(await badge()).toBe('');
  });

  test('comes before the person’s own, which comes back when management goes', async () => {
    await storedSettings.set({ endpoint: other.origin });
    await connected();
    manageNothingInFirefox();
    expect((await assessedNow()).connection.endpoint).toBe(other.origin);
  });

  test('of the person’s own changes nothing where management has named one', async () => {
    await connected();
    expect(await send('set-endpoint', other.origin)).toEqual({ problem: null });
    expect(await endpointOfAssessment()).toBe(company.origin);
    expect((await assessedNow()).connection.endpoint).toBe(company.origin);
    expect(other.requests).toEqual([]);
  });
});

describe('a policy that is taken back', () => {
  const connected = async () => {
    manage({ endpoint: company.origin });
    await startWorker();
    await assessedNow();
  };

  test('in Chromium counts after a minute of silence: before, the browser may only not know yet', async () => {
    await connected();
    manage({});
    setClock(later(NOW, 20_000));
    await ring('check');
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('check-soon')).toBeDefined());
    expect(await endpointOfAssessment()).toBe(company.origin);
    setClock(later(NOW, 20_000 + MINUTE));
    await ring('check-soon');
    await vi.waitFor(async () => expect(await endpointOfAssessment()).toBeNull());
    expect(await storedAnswers.get()).toBeUndefined();
    expect(await badge()).toBe('');
  });

  test('and comes again within the minute was never gone', async () => {
    await connected();
    const asked = company.requests.length;
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: new Date(NOW) });
    manage({});
    await ring('check');
    await vi.advanceTimersByTimeAsync(2000);
    manage({ endpoint: company.origin });
    await vi.advanceTimersByTimeAsync(600);
    vi.useRealTimers();
    setClock(later(NOW, 5 * MINUTE));
    await assessedNow();
    expect(await endpointOfAssessment()).toBe(company.origin);
    expect(company.requests.length).toBeGreaterThan(asked);
  });

  test('in Firefox counts at once', async () => {
    await connected();
    manageNothingInFirefox();
    await assessedNow();
    expect(await endpointOfAssessment()).toBeNull();
  });

  test('is not what an error means', async () => {
    await connected();
    manageUnreadably();
    setClock(later(NOW, HOUR));
    await assessedNow();
    expect(await endpointOfAssessment()).toBe(company.origin);
  });
});

describe('where the organisation wants nothing done', () => {
  const elsewhere = () => ({ endpoint: company.origin, applyTo: { platforms: ['windows'] } });

  test('there is no check, no badge and no request, and the icon says so', async () => {
    manage(elsewhere());
    await startWorker();
    await send('check');
    await send('renew');
    await ring('check');
    expect(await storedAssessment.get()).toBeUndefined();
    expect(company.requests).toEqual([]);
    expect(await badge()).toBe('');
    expect(await title()).toContain('Your organization does not use this extension on this computer');
  });

  test('what was there before is forgotten, and comes back with leave', async () => {
    manage({ endpoint: company.origin });
    await startWorker();
    await assessedNow();
    expect(await badge()).toBe('1');
    manage(elsewhere());
    await send('check');
    expect(await storedAssessment.get()).toBeUndefined();
    expect(await storedAnswers.get()).toBeUndefined();
    expect(await badge()).toBe('');
    manage({ endpoint: company.origin });
    await assessedNow();
    expect(await badge()).toBe('1');
    expect(await title()).not.toContain('does not use this extension');
  });

  test('a hint at this computer is leave, if only computers with one are meant', async () => {
    const applyTo = { onlyHintedMachines: true };
    manage({ endpoint: company.origin, applyTo });
    await startWorker();
    await send('check');
    expect(company.requests).toEqual([]);
    manage({ endpoint: company.origin, applyTo, device: { serialEnding: '7Q2X' } });
    await assessedNow();
    expect(await badge()).toBe('1');
  });
});

test('token and hints are kept nowhere', async () => {
  manage({
    endpoint: company.origin,
    token: 'kiosk-secret',
    device: { serial: 'C02XL0AB7Q2X', serialEnding: '9Z8Y', assetTag: 'TAG-17', hardwareUuid: 'UUID-1' },
  });
  await startWorker();
  await assessedNow();
  expect(await everythingKept()).toContain(company.origin);
  expect(await everythingKept()).not.toMatch(/kiosk-secret|C02XL0AB7Q2X|9Z8Y|TAG-17|UUID-1/);
});

test('its contact comes before that of the endpoint', async () => {
  const contact = { label: 'The desk', url: 'https://desk.acme.example' };
  manage({ endpoint: company.origin, contact });
  await startWorker();
  expect((await assessedNow()).organization).toMatchObject({ name: 'Acme', contact });
});

describe('the time between checks', () => {
  const minutesUntilCheck = async () => ((await fakeBrowser.alarms.get('check'))?.scheduledTime ?? 0) - Date.parse(NOW);

  test('is its own, from the moment on at which it is said, and the endpoint is asked as often', async () => {
    manage({ endpoint: company.origin });
    await startWorker();
    await assessedNow();
    expect(await minutesUntilCheck()).toBeGreaterThanOrEqual(12 * HOUR);
    manage({ endpoint: company.origin, checkEveryMinutes: 60 });
    await ring('check-soon');
    await vi.waitFor(async () => expect(await minutesUntilCheck()).toBeLessThanOrEqual(65 * MINUTE));
    const asked = company.requests.length;
    setClock(later(NOW, 65 * MINUTE));
    await ring('check');
    await vi.waitFor(() => expect(company.requests.length).toBeGreaterThan(asked));
  });
});
