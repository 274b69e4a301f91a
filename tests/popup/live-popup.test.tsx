import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api } from '../../src/browser/api.ts';
import { storedAssessment, storedOwnAnswers } from '../../src/browser/stored.ts';
import { LivePopup } from '../../src/popup/LivePopup.tsx';
import { readStored } from '../../src/popup/stored-view.ts';
import { THIS_COMPUTER } from '../../src/posture/this-computer.ts';
import { NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { setClock } from '../support/worker.ts';
import { alone, find, textOf } from '../ui/popup-of.tsx';

const sent = vi.fn<(message: { readonly command: string }) => void>();
const request = vi.fn<() => Promise<boolean>>();
const openOptionsPage = vi.fn(async () => undefined);

beforeEach(async () => {
  vi.resetAllMocks();
  setClock(NOW);
  runIn();
  Object.assign(fakeBrowser.runtime, {
    sendMessage: async (message: { readonly command: string }) => {
      sent(message);
      return {};
    },
    openOptionsPage,
  });
  // The in-memory browser has no permissions.
  Object.assign(api, { permissions: { request } });
  await storedAssessment.set(alone({ notAllowed: ['extensions'] }));
});
afterEach(cleanup);

const open = async () => render(<LivePopup stored={await readStored()} />);
const commands = () => sent.mock.calls.map(([{ command }]) => command);

describe('"Switch on"', () => {
  const press = () => find('[data-control=permission]').click();

  test('asks the browser before the click is over, and checks what it allows to see', async () => {
    request.mockResolvedValue(true);
    await open();
    press();
    expect(request.mock.calls).toEqual([[{ permissions: ['management'] }]]);
    await waitFor(() => expect(commands()).toContain('check'));
    expect(openOptionsPage).not.toHaveBeenCalled();
  });

  test('leaves everything as it is when the person says no', async () => {
    request.mockResolvedValue(false);
    await open();
    press();
    await request.mock.results[0]?.value;
    expect(commands()).not.toContain('check');
    expect(openOptionsPage).not.toHaveBeenCalled();
  });

  test('leads to the options page where a popup may not ask', async () => {
    request.mockRejectedValue(new Error('This function must be called during a user gesture'));
    await open();
    press();
    await waitFor(() => expect(openOptionsPage).toHaveBeenCalledOnce());
  });
});

describe('the person’s own answer', () => {
  test('is sent to the worker, who keeps it, and shown as soon as it is kept', async () => {
    await open();
    fireEvent.click(find('[data-practice=firewall] [data-control=answer-yes]'));
    const answer = { device: THIS_COMPUTER, practice: 'firewall', isSo: true };
    expect(sent).toHaveBeenCalledWith({ command: 'answer', argument: answer });
    expect(document.querySelector('[data-own-answer]')).toBeNull();
    await storedOwnAnswers.set([{ ...answer, answeredAt: NOW }]);
    await waitFor(() => expect(textOf(find('[data-own-answer]'))).toBe('You said so on November 23'));
  });

  test('is there when the page is opened', async () => {
    await storedOwnAnswers.set([{ device: THIS_COMPUTER, practice: 'firewall', isSo: true, answeredAt: NOW }]);
    await open();
    expect(textOf(find('[data-practice=firewall] [data-own-answer]'))).toBe('You said so on November 23');
  });
});

describe('passkeys', () => {
  afterEach(() => void vi.unstubAllGlobals());

  test.each([
    [true, 'ready'],
    [false, 'not-set-up'],
  ])('are looked for by the page, once it is painted (%s)', async (isThere, state) => {
    vi.stubGlobal('PublicKeyCredential', { isUserVerifyingPlatformAuthenticatorAvailable: async () => isThere });
    await open();
    await waitFor(() => expect(sent).toHaveBeenCalledWith({ command: 'passkey', argument: state }));
  });
});
