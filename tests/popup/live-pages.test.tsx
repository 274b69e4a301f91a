import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Handlers, handle } from '../../src/browser/commands.ts';
import { storedAssessment, storedClaims } from '../../src/browser/stored.ts';
import { remediesOf } from '../../src/locales/remedies.ts';
import { LivePopup } from '../../src/popup/LivePopup.tsx';
import { LiveSteps } from '../../src/popup/LiveSteps.tsx';
import { readStored } from '../../src/popup/stored-view.ts';
import { DAY, type Instant, later, MINUTE } from '../../src/posture/instant.ts';
import { allDone, claimOf, fixOnThisComputer } from '../support/assessments.ts';
import { NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { control, textOf, textsOf } from '../ui/show.tsx';

const handlers = {
  check: vi.fn<Handlers['check']>(async () => undefined),
  renew: vi.fn<Handlers['renew']>(async () => undefined),
  'set-endpoint': vi.fn<Handlers['set-endpoint']>(async () => ({ problem: null })),
  'test-connection': vi.fn<Handlers['test-connection']>(async () => ({ organization: 'Acme' })),
  claim: vi.fn<Handlers['claim']>(async () => undefined),
  unclaim: vi.fn<Handlers['unclaim']>(async () => undefined),
  answer: vi.fn<Handlers['answer']>(async () => undefined),
  unanswer: vi.fn<Handlers['unanswer']>(async () => undefined),
  'choose-computer': vi.fn<Handlers['choose-computer']>(async () => undefined),
  'forget-computer': vi.fn<Handlers['forget-computer']>(async () => undefined),
  'sign-in': vi.fn<Handlers['sign-in']>(async () => undefined),
  'put-off-sign-in': vi.fn<Handlers['put-off-sign-in']>(async () => undefined),
  'sign-out': vi.fn<Handlers['sign-out']>(async () => undefined),
  'set-token': vi.fn<Handlers['set-token']>(async () => undefined),
  passkey: vi.fn<Handlers['passkey']>(async () => undefined),
} satisfies Handlers;

const clock = (now: Instant) => vi.setSystemTime(new Date(now));

beforeEach(() => {
  vi.clearAllMocks();
  runIn();
  handle(handlers);
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: new Date(NOW) });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const openPopup = async () => render(<LivePopup stored={await readStored()} />).container as HTMLElement;
const headline = (page: HTMLElement) => textOf(page, 'h1');

describe('the first paint', () => {
  test('shows what is stored, with no worker alive', async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    await storedAssessment.set(fixOnThisComputer());
    expect(headline(await openPopup())).toBe('1 thing to fix on this computer');
  });

  test('what the person called done is seen at once', async () => {
    await storedAssessment.set(fixOnThisComputer());
    await storedClaims.set([claimOf('disk-encryption')]);
    expect(headline(await openPopup())).toMatch(/^Waiting for Jamf Pro to confirm/);
  });

  test('what has grown too old since is not shown as ok', async () => {
    await storedAssessment.set(allDone());
    clock(later(NOW, 30 * DAY));
    const page = await openPopup();
    expect(page.querySelector('[data-rating=ok]')).toBeNull();
  });

  test('a stored document that cannot be read is as good as none', async () => {
    await fakeBrowser.storage.local.set({ assessment: { version: 1, value: { devices: 'many' } } });
    expect(headline(await openPopup())).toBe('Checking this browser …');
  });
});

describe('a check', () => {
  test.each([
    ['there is none', undefined, 1],
    ['the last one is fresh', NOW, 0],
    ['the last one is not yet fifteen minutes old', later(NOW, -15 * MINUTE + 1), 0],
    ['the last one is fifteen minutes old', later(NOW, -15 * MINUTE), 1],
    ['the last one is of the future', later(NOW, MINUTE), 1],
  ])('is asked for on opening as it should be when %s', async (_, assessedAt, times) => {
    if (assessedAt !== undefined) await storedAssessment.set({ ...allDone(), assessedAt });
    await openPopup();
    await waitFor(() => expect(handlers.renew).toHaveBeenCalledTimes(times));
    expect(handlers.check).not.toHaveBeenCalled();
  });

  test('shows what it found as soon as it is stored', async () => {
    const page = await openPopup();
    await act(() => storedAssessment.set(allDone()));
    expect(headline(page)).toBe('Nothing to fix');
  });

  test('is seen while it runs and when it has ended', async () => {
    let end = () => {};
    handlers.check.mockReturnValueOnce(new Promise((resolve) => (end = () => resolve(undefined))));
    await storedAssessment.set(allDone());
    const page = await openPopup();
    fireEvent.click(control(page, 'Check again'));
    expect(control(page, 'Check again').getAttribute('aria-disabled')).toBe('true');
    await storedAssessment.set({ ...fixOnThisComputer(), assessedAt: later(NOW, 1) });
    end();
    await waitFor(() => expect(textOf(page, '[role=status]')).toBe('Checked just now1 thing to fix on this computer'));
    expect(control(page, 'Check again').getAttribute('aria-disabled')).toBe('false');
  });

  test('that cannot be made leaves what is there, and can be asked for again', async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    const page = await openPopup();
    await waitFor(() => expect(headline(page)).toBe('Not checked yet'));
    handle(handlers);
    fireEvent.click(control(page, 'Check again'));
    await waitFor(() => expect(handlers.check).toHaveBeenCalledTimes(1));
  });
});

test('an open page grows old before one’s eyes', async () => {
  await storedAssessment.set(allDone());
  const page = await openPopup();
  expect(textOf(page, 'footer span')).toBe('acme.example, 2 minutes ago');
  clock(later(NOW, 5 * MINUTE));
  await act(() => void vi.advanceTimersByTime(MINUTE));
  expect(textOf(page, 'footer span')).toBe('acme.example, 8 minutes ago');
});

test('what is called done goes to the worker, and comes back through storage', async () => {
  await storedAssessment.set(fixOnThisComputer());
  const page = await openPopup();
  fireEvent.click(control(page, 'I’ve done this'));
  await waitFor(() => expect(handlers.claim).toHaveBeenCalledWith({ device: 'd_mac', practice: 'disk-encryption' }));
  expect(headline(page)).toBe('1 thing to fix on this computer');
  await act(() => storedClaims.set([claimOf('disk-encryption')]));
  expect(headline(page)).toMatch(/^Waiting/);
  fireEvent.click(control(page, 'Not yet'));
  await waitFor(() => expect(handlers.unclaim).toHaveBeenCalledWith({ device: 'd_mac', practice: 'disk-encryption' }));
});

test('the steps open in a window of their own', async () => {
  const create = vi.spyOn(fakeBrowser.windows, 'create');
  await storedAssessment.set(fixOnThisComputer());
  fireEvent.click(control(await openPopup(), 'Show me how'));
  await waitFor(() => expect(create).toHaveBeenCalledTimes(1));
  const url = String(create.mock.calls[0]?.[0]?.url);
  expect(url).toMatch(/src\/popup\/steps\.html\?device=d_mac&practice=disk-encryption$/);
});

test('the window with the steps knows where it is looked at, and follows the checks', async () => {
  await storedAssessment.set(fixOnThisComputer());
  const wanted = { device: 'd_mac', practice: 'disk-encryption' };
  const remedies = await remediesOf('disk-encryption', 'en');
  const page = render(<LiveSteps stored={await readStored()} wanted={wanted} remedies={remedies} />)
    .container as HTMLElement;
  await waitFor(() => expect(textsOf(page, '.open-settings a')).toEqual(['Open FileVault settings']));
  expect(textsOf(page, 'ol li')[1]).toBe('Scroll down and choose FileVault.');
  await act(() => storedAssessment.set(allDone()));
  expect(headline(page)).toBe('Disk encryption is on');
});
