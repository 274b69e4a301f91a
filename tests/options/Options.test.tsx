import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Handlers, handle } from '../../src/browser/commands.ts';
import { storedAssessment, storedSettings } from '../../src/browser/stored.ts';
import { Options } from '../../src/options/Options.tsx';
import { readStored } from '../../src/options/stored-options.ts';
import { assess } from '../../src/posture/assess.ts';
import type { Connection } from '../../src/posture/connection.ts';
import { connectionProblems } from '../../src/posture/connection.ts';
import { subjectsOf } from '../../src/posture/this-computer.ts';
import { aDevice, anInput, hoursAgo, NOW, said } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { setClock } from '../support/worker.ts';

const ENDPOINT = 'https://checks.acme.example';

/** A worker that carries out what it is told, and nothing else. */
const worker = {
  check: vi.fn<Handlers['check']>(),
  renew: vi.fn<Handlers['renew']>(),
  'set-endpoint': vi.fn<Handlers['set-endpoint']>(),
  'test-connection': vi.fn<Handlers['test-connection']>(),
  claim: vi.fn<Handlers['claim']>(),
  unclaim: vi.fn<Handlers['unclaim']>(),
  answer: vi.fn<Handlers['answer']>(),
  unanswer: vi.fn<Handlers['unanswer']>(),
  'choose-computer': vi.fn<Handlers['choose-computer']>(),
  'forget-computer': vi.fn<Handlers['forget-computer']>(),
  'sign-in': vi.fn<Handlers['sign-in']>(),
  'put-off-sign-in': vi.fn<Handlers['put-off-sign-in']>(),
  'sign-out': vi.fn<Handlers['sign-out']>(),
  'set-token': vi.fn<Handlers['set-token']>(),
  passkey: vi.fn<Handlers['passkey']>(),
};

const browserView = {
  platform: 'macos',
  signals: [said('browserVersion', { name: 'chrome', version: '158.0', engineMajor: 158 }, 'browser', 0)],
  gaps: [
    { fact: 'osVersion', source: 'browser', reason: 'browser-cannot-know' },
    { fact: 'extensions', source: 'browser', reason: 'permission-not-granted' },
  ],
} as const;

const assessed = (connection: Partial<Connection> = {}, devices = [aDevice()]) =>
  assess(
    anInput({
      subjects: subjectsOf(devices, browserView, undefined),
      organization: { name: 'Acme', sample: false },
      connection: { endpoint: ENDPOINT, problem: null, answeredAt: hoursAgo(3), ...connection },
    }),
  );

const open = async () => render(<Options stored={await readStored()} />);
/** Isolates around foreign text cannot be seen. */
const text = () => (document.body.textContent ?? '').replaceAll(/[\u2066-\u2069]/g, '');
const address = () => screen.getByRole<HTMLInputElement>('textbox');
const write = (value: string) => fireEvent.input(address(), { target: { value } });
const press = (action: string) => {
  const button = document.querySelector(`[data-action=${action}]`);
  if (button === null) throw new Error(`There is no ${action}`);
  fireEvent.click(button);
};
const outcome = () => document.querySelector('[data-connection]')?.getAttribute('data-connection');

beforeEach(() => {
  vi.resetAllMocks();
  setClock(NOW);
  runIn();
  handle(worker);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the chosen endpoint', () => {
  test('none: only this browser is checked, nothing leaves it, and there is nothing to leave', async () => {
    await open();
    expect(text()).toContain('No company is connected');
    expect(text()).toContain('Nothing. The checks run in this browser.');
    expect(address().value).toBe('');
    expect(document.querySelector('[data-action=disconnect]')).toBeNull();
  });

  test('one that answered: who it is, and what it lists', async () => {
    await storedSettings.set({ endpoint: ENDPOINT });
    await storedAssessment.set(assessed());
    await open();
    expect(address().value).toBe(ENDPOINT);
    expect(text()).toContain('Connected to Acme');
    expect(text()).toContain('It lists 1 device for you.');
    expect(text()).toContain('Last answer: 3 hours ago');
    expect(text()).toContain('Requests to checks.acme.example, for your company’s rules and your own devices.');
  });

  test.each(connectionProblems)(
    'one with the problem "%s": what is wrong, and when it last was not',
    async (problem) => {
      await storedSettings.set({ endpoint: ENDPOINT });
      await storedAssessment.set(assessed({ problem }));
      await open();
      expect(text()).not.toContain('Connected to');
      expect(text()).toContain('Last answer: 3 hours ago');
    },
  );

  test('one that has not been asked yet: that it is being asked, until it has answered', async () => {
    await storedSettings.set({ endpoint: ENDPOINT });
    await storedAssessment.set(assessed({ endpoint: null }));
    await open();
    expect(text()).toContain('Asking checks.acme.example …');
    await storedAssessment.set(assessed());
    await waitFor(() => expect(text()).toContain('Connected to Acme'));
  });
});

describe('Save', () => {
  test('chooses the address, by the key Enter as well', async () => {
    worker['set-endpoint'].mockResolvedValue({ problem: null });
    await open();
    write(` ${ENDPOINT}/ `);
    fireEvent.submit(address().form!);
    await waitFor(() => expect(text()).toContain('Saved'));
    expect(worker['set-endpoint'].mock.calls).toEqual([[` ${ENDPOINT}/ `]]);
    await storedSettings.set({ endpoint: ENDPOINT });
    await waitFor(() => expect(address().value).toBe(ENDPOINT));
  });

  test('of an address that is none says why, and keeps what was written', async () => {
    worker['set-endpoint'].mockResolvedValue({ problem: 'not-https' });
    await open();
    write('http://acme.example');
    press('save');
    await waitFor(() => expect(outcome()).toBe('failed'));
    expect(text()).toContain('Use an address that starts with https');
    expect(address().value).toBe('http://acme.example');
    expect(address().getAttribute('aria-invalid')).toBe('true');
  });

  test('says so when nothing could be done', async () => {
    worker['set-endpoint'].mockRejectedValue(new Error('no room left'));
    await open();
    write(ENDPOINT);
    press('save');
    await waitFor(() => expect(outcome()).toBe('failed'));
  });
});

describe('Test connection', () => {
  test('says that it asks, then who answered, and chooses nothing', async () => {
    let answer = (_: { organization: string }) => {};
    worker['test-connection'].mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await open();
    write(ENDPOINT);
    press('test-connection');
    await waitFor(() => expect(text()).toContain('Asking checks.acme.example …'));
    answer({ organization: 'Acme' });
    await waitFor(() => expect(outcome()).toBe('ok'));
    expect(text()).toContain('Connected to Acme');
    expect(worker['set-endpoint']).not.toHaveBeenCalled();
    expect(await storedSettings.get()).toBeUndefined();
  });

  test('gives each problem a sentence of its own', async () => {
    await open();
    const sentences = new Set<string>();
    for (const problem of connectionProblems) {
      worker['test-connection'].mockResolvedValue({ problem });
      write(ENDPOINT);
      press('test-connection');
      await waitFor(() => expect(outcome()).toBe('failed'));
      sentences.add(document.querySelector('[data-connection]')?.textContent ?? '');
    }
    expect(sentences.size).toBe(connectionProblems.length);
  });

  test('tells nothing of an address that has been changed meanwhile', async () => {
    let answer = (_: { organization: string }) => {};
    worker['test-connection'].mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await open();
    write(ENDPOINT);
    press('test-connection');
    await waitFor(() => expect(worker['test-connection']).toHaveBeenCalled());
    write('https://other.example');
    answer({ organization: 'Acme' });
    await new Promise(setImmediate);
    expect(outcome()).toBeUndefined();
  });
});

test('Disconnect leaves the company, and the focus does not vanish with the button', async () => {
  worker['set-endpoint'].mockResolvedValue({ problem: null });
  await storedSettings.set({ endpoint: ENDPOINT });
  await open();
  press('disconnect');
  await waitFor(() => expect(text()).toContain('Disconnected.'));
  expect(worker['set-endpoint'].mock.calls).toEqual([[null]]);
  await storedSettings.set({ endpoint: null });
  await waitFor(() => expect(document.querySelector('[data-action=disconnect]')).toBeNull());
  expect(document.activeElement).toBe(address());
  expect(address().value).toBe('');
});

describe('what this browser can see', () => {
  const alone = { endpoint: null, problem: null, answeredAt: null };
  const sight = () => [...document.querySelectorAll('.sight')].map((list) => list.textContent);

  test('is listed apart from what it cannot', async () => {
    await storedAssessment.set(assessed());
    await open();
    const [seen, unseen] = sight();
    expect(seen).toBe('Done The browser version is fine');
    expect(unseen).toMatch(/^Supported system.*Browser extensions/);
    expect(text()).toMatch(/\d things we cannot check/);
  });

  test('says who decides about a setting, and shows what no check judges beside the checks', async () => {
    const signals = [
      said('safeBrowsing', { state: 'on', controlledBy: 'organization' }, 'browser', 0),
      said('httpsOnly', { state: 'always' }, 'browser', 0),
      said('trackingProtection', { state: 'private-windows', controlledBy: 'other-extension' }, 'browser', 0),
    ];
    const view = { ...browserView, signals };
    await storedAssessment.set(
      assess(anInput({ subjects: subjectsOf([], view, undefined), connection: alone, sources: [] })),
    );
    await open();
    const lines = [...document.querySelectorAll('.sight')][0]?.querySelectorAll('li') ?? [];
    expect([...lines].map((line) => [line.dataset['tone'], line.textContent])).toEqual([
      ['ok', 'Done Safe browsing is onSet by your organization'],
      ['ok', 'Done Insecure pages are not opened unasked'],
      [undefined, 'Tracking content is blocked in private windows onlySet by another extension'],
    ]);
  });

  test.each([
    ['always', 'Tracking content is blocked in all windowsYou decide about this'],
    ['never', 'Tracking content is not blockedYou decide about this'],
    ['often', ''],
  ])('tells of tracking protection: %s', async (state, line) => {
    const signals = [said('trackingProtection', { state, controlledBy: 'person' }, 'browser', 0)];
    await storedAssessment.set(
      assess(
        anInput({ subjects: subjectsOf([], { ...browserView, signals }, undefined), connection: alone, sources: [] }),
      ),
    );
    await open();
    expect(sight()[0]).toBe(line);
  });

  test('is not claimed of a check that is too old', async () => {
    await storedAssessment.set(assessed());
    setClock('2026-12-03T12:00:00.000Z');
    await open();
    expect(sight()[0]).toBe('');
  });
});

test('the version is told', async () => {
  await open();
  expect(text()).toContain('Stethoscope version 1.0.0');
  expect(document.title).toBe('Settings');
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});
