import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { send } from '../../src/browser/send.ts';
import { storedAssessment, storedClaims } from '../../src/browser/stored.ts';
import { DAY, HOUR, later } from '../../src/posture/instant.ts';
import { type CompanyServer, json, serveCompany } from '../support/company.ts';
import { aPostureAnswer } from '../support/endpoint-answers.ts';
import { aDevice, NOW, said } from '../support/posture.ts';
import { anExtension, extensionEvents, runIn, switchOff, switchOn } from '../support/this-browser.ts';
import { assessedNow, deviceNamed, ratingsOf, ring, setClock, startWorker } from '../support/worker.ts';

const badge = () => fakeBrowser.action.getBadgeText({});
const finding = { device: 'd_1', practice: 'firewall' };

let company: CompanyServer;

beforeEach(async () => {
  company = await serveCompany([aDevice({ signals: [said('firewall', 'off')] })]);
  setClock(NOW);
  runIn();
  await startWorker();
  await send('set-endpoint', company.origin);
  await assessedNow();
  (company.requests as unknown[]).splice(0);
});

afterEach(async () => {
  vi.useRealTimers();
  await company.close();
});

describe('a worker that starts again', () => {
  test('puts back what the browser forgot, and asks nobody', async () => {
    await fakeBrowser.alarms.clearAll();
    await fakeBrowser.action.setBadgeText({ text: '' });
    await startWorker();
    await vi.waitFor(async () => expect(await badge()).toBe('1'));
    const names = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name).toSorted();
    await vi.waitFor(async () => expect(await names()).toEqual(['check', 'repaint']));
    expect(company.requests).toEqual([]);
  });

  test('rebuilds an assessment that cannot be read any more', async () => {
    await fakeBrowser.storage.local.set({ assessment: { version: 1, value: { devices: 'broken' } } });
    await startWorker();
    await vi.waitFor(async () => expect((await storedAssessment.get())?.connection.endpoint).toBe(company.origin));
  });

  test('rebuilds everything when nothing can be read any more', async () => {
    const everything = await fakeBrowser.storage.local.get();
    const broken = Object.fromEntries(Object.keys(everything).map((key) => [key, { version: 9 }]));
    await fakeBrowser.storage.local.set(broken);
    await startWorker();
    await vi.waitFor(async () => expect((await storedAssessment.get())?.connection.endpoint).toBeNull());
  });
});

describe('alarms', () => {
  test('to repaint show what has become stale, and ask nobody', async () => {
    setClock(later(NOW, 8 * DAY));
    await ring('repaint');
    await vi.waitFor(async () => expect(await badge()).toBe(''));
    expect(company.requests).toEqual([]);
  });

  test('to check make a check', async () => {
    setClock(later(NOW, HOUR));
    await ring('check');
    await vi.waitFor(async () => expect((await storedAssessment.get())?.assessedAt).toBe(later(NOW, HOUR)));
  });
});

test.each([
  [
    'installed or updated',
    () => fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.9.0' }),
  ],
  ['started with the browser', () => fakeBrowser.runtime.onStartup.trigger()],
])('a check is made when the extension is %s', async (_, happens) => {
  setClock(later(NOW, HOUR));
  await happens();
  await vi.waitFor(async () => expect((await storedAssessment.get())?.assessedAt).toBe(later(NOW, HOUR)));
});

const thisBrowser = async () => {
  const assessment = await storedAssessment.get();
  return assessment && ratingsOf(deviceNamed(assessment, '')?.findings);
};

const withdrawn = async () => {
  const assessment = await storedAssessment.get();
  const findings = assessment?.devices.flatMap((device) => device.findings) ?? [];
  return findings.filter(({ isWithdrawn }) => isWithdrawn === true).map(({ practice }) => practice);
};

describe('what the person lets this browser see', () => {
  const becomes = (rating: string) =>
    vi.waitFor(async () => expect(await thisBrowser()).toMatchObject({ 'browser-extensions': rating }));

  beforeEach(async () => {
    runIn({ extensions: [anExtension()] });
    await startWorker();
    await assessedNow();
  });

  test('is checked as soon as it is switched on, and unknown as soon as it is off', async () => {
    const before = await thisBrowser();
    expect(before).toMatchObject({ 'browser-extensions': 'permission-not-granted' });
    await switchOn('management');
    await becomes('ok');
    await switchOff('management');
    await becomes('permission-not-granted');
    expect(await thisBrowser()).toEqual(before);
  });

  test('is remembered as taken back once it was seen, over as many checks as it stays off', async () => {
    expect(await withdrawn()).toEqual([]);
    await switchOn('management');
    await becomes('ok');
    await switchOff('management');
    await becomes('permission-not-granted');
    await startWorker();
    await assessedNow();
    expect(await withdrawn()).toEqual(['browser-extensions']);
    await switchOn('management');
    await becomes('ok');
    expect(await withdrawn()).toEqual([]);
  });

  test('is checked once more soon, for a worker that does not see it yet', async () => {
    const due = async () => (await fakeBrowser.alarms.get('check-soon'))?.scheduledTime ?? 0;
    await switchOn('management');
    await vi.waitFor(async () => expect((await due()) - Date.parse(NOW)).toBe(60_000));
  });

  test.each(Object.entries(extensionEvents))('is checked %s', async (_, event) => {
    await switchOn('management');
    await becomes('ok');
    setClock(later(NOW, HOUR));
    await event.trigger(anExtension());
    await vi.waitFor(async () => expect((await storedAssessment.get())?.assessedAt).toBe(later(NOW, HOUR)));
  });

  test('is followed by a worker that starts with it', async () => {
    await switchOn('management');
    await becomes('ok');
    await startWorker();
    setClock(later(NOW, HOUR));
    await extensionEvents.onInstalled.trigger(anExtension());
    await vi.waitFor(async () => expect((await storedAssessment.get())?.assessedAt).toBe(later(NOW, HOUR)));
  });
});

test('what a page sees of the passkeys is checked at once', async () => {
  await send('passkey', 'ready');
  expect(await thisBrowser()).toMatchObject({ 'passkey-ready': 'ok' });
});

test('a newer version of this extension that waits is told', async () => {
  await fakeBrowser.runtime.onUpdateAvailable.trigger({ version: '1.1.0' });
  await vi.waitFor(async () => expect(await thisBrowser()).toMatchObject({ 'toolbar-check': 'nudge' }));
});

describe('"I’ve done this"', () => {
  test('leaves the badge at once, and comes back when taken back', async () => {
    await send('claim', finding);
    expect(await badge()).toBe('');
    expect(await storedClaims.get()).toEqual([{ ...finding, claimedAt: NOW }]);
    await send('unclaim', finding);
    expect(await badge()).toBe('1');
    expect(await storedClaims.get()).toEqual([]);
  });

  test('said twice counts from the second time', async () => {
    await send('claim', finding);
    setClock(later(NOW, HOUR));
    await send('claim', finding);
    expect(await storedClaims.get()).toEqual([{ ...finding, claimedAt: later(NOW, HOUR) }]);
  });

  test('of two findings at once are both remembered', async () => {
    const signals = [said('firewall', 'off'), said('diskEncryption', 'off')];
    company.posture = json(aPostureAnswer({ devices: [aDevice({ signals })] }));
    await assessedNow();
    await Promise.all([send('claim', finding), send('claim', { ...finding, practice: 'disk-encryption' })]);
    expect(await storedClaims.get()).toHaveLength(2);
    expect(await badge()).toBe('');
  });

  test('survives checks that bring nothing new, and ends with the one that confirms it', async () => {
    await send('claim', finding);
    setClock(later(NOW, HOUR));
    await assessedNow();
    expect(await storedClaims.get()).toHaveLength(1);
    const confirmed = { ...said('firewall', 'on'), observedAt: NOW };
    company.posture = json(aPostureAnswer({ devices: [aDevice({ signals: [confirmed] })] }));
    await assessedNow();
    expect(await storedClaims.get()).toEqual([]);
  });

  test('of a finding that there is not is not remembered', async () => {
    await send('claim', { device: 'd_9', practice: 'firewall' });
    expect(await storedClaims.get()).toEqual([]);
  });
});

describe('a worker that is ended while it leaves the company', () => {
  const never = new Promise<never>(() => undefined);
  const { set, remove } = fakeBrowser.storage.local;
  type Write = (...given: unknown[]) => Promise<void>;

  /** Ends the worker at its n-th write: neither that one nor anything after it happens. */
  const endAtWrite = (n: number): Promise<void> =>
    new Promise((ended) => {
      let writes = 0;
      const until =
        (write: Write): Write =>
        (...given) => {
          writes += 1;
          if (writes < n) return write(...given);
          ended();
          return never;
        };
      Object.assign(fakeBrowser.storage.local, { set: until(set as Write), remove: until(remove as Write) });
    });

  const leaveAndEndAt = async (write: number) => {
    const ended = endAtWrite(write);
    void send('set-endpoint', null);
    await ended;
    Object.assign(fakeBrowser.storage.local, { set, remove });
  };

  test('before anything is written: nothing has happened', async () => {
    const before = await fakeBrowser.storage.local.get();
    await leaveAndEndAt(1);
    expect(await fakeBrowser.storage.local.get()).toEqual(before);
  });

  test.each([2, 3, 4, 5, 6])('at write %i: the next start ends what was begun', async (write) => {
    await leaveAndEndAt(write);
    await startWorker();
    await vi.waitFor(async () => expect((await storedAssessment.get())?.connection.endpoint).toBeNull());
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/Jane|Test Mac|Acme/);
  });
});
