import { cleanup, render, waitFor } from '@testing-library/preact';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { storedAssessment, storedManaged } from '../../src/browser/stored.ts';
import { loadWords } from '../../src/locales/index.ts';
import { LivePopup } from '../../src/popup/LivePopup.tsx';
import { readStored } from '../../src/popup/stored-view.ts';
import { nothingManaged } from '../../src/posture/managed-copy.ts';
import { NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { alone } from '../ui/popup-of.tsx';

const sent = vi.fn<(message: { readonly command: string }) => void>();

const start = (installType: string) => {
  runIn({ installType });
  Object.assign(fakeBrowser.runtime, {
    sendMessage: async (message: { readonly command: string }) => {
      sent(message);
      return {};
    },
  });
};

const open = async () => render(<LivePopup stored={await readStored()} />);
const headline = () => document.querySelector('h1')?.textContent;
const offer = () => [...document.querySelectorAll('button')].find((one) => one.textContent === 'Connect your company');
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.resetAllMocks();
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    now: new Date(NOW),
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('installed by a policy, in the first seconds', () => {
  beforeEach(() => start('admin'));

  test('says that the organization’s settings are being got, and then what there is', async () => {
    await open();
    expect(headline()).toBe('Getting your organization’s settings …');
    await storedManaged.set({ ...nothingManaged, settings: { endpoint: 'https://checks.acme.example' } });
    await storedAssessment.set(alone());
    await waitFor(() => expect(headline()).toMatch(/^This browser looks fine/));
  });

  test('waits for ten seconds, and no longer', async () => {
    await open();
    await pass(9900);
    expect(headline()).toBe('Getting your organization’s settings …');
    await pass(200);
    expect(headline()).toBe('Not checked yet');
  });

  test('never offers to connect a company, not even when nothing is set', async () => {
    await storedManaged.set(nothingManaged);
    await storedAssessment.set(alone());
    await open();
    await pass(60_000);
    expect(headline()).toMatch(/^This browser looks fine/);
    expect(offer()).toBeUndefined();
  });
});

describe('installed by a person', () => {
  beforeEach(async () => {
    start('normal');
    await storedAssessment.set(alone());
  });

  test('shows at once what there is, and offers to connect a company once nothing else can come', async () => {
    await open();
    expect(headline()).toMatch(/^This browser looks fine/);
    expect(offer()).toBeUndefined();
    await pass(10_100);
    expect(offer()).toBeDefined();
  });

  test('offers it at once where it is known that nothing is set', async () => {
    await storedManaged.set(nothingManaged);
    await open();
    expect(offer()).toBeDefined();
  });
});

test('where the organization wants nothing done there is one sentence, and nobody is asked', async () => {
  start('admin');
  await storedManaged.set({ ...nothingManaged, isHere: false });
  await open();
  await pass(100);
  expect(document.querySelector('main')?.textContent).toBe(
    'Your organization does not use this extension on this computer, so nothing is checked here',
  );
  expect(document.querySelector('[data-control=check]')).toBeNull();
  expect(document.querySelector('footer')).toBeNull();
  expect(sent.mock.calls.map(([{ command }]) => command)).not.toContain('renew');
});

test('the words are in the language that the organization wants', async () => {
  start('normal');
  await storedManaged.set({ ...nothingManaged, settings: { locale: 'en-XA' } });
  await storedAssessment.set(alone());
  await loadWords('en-XA');
  await open();
  expect(headline()).toMatch(/^\[.*\]$/);
});
