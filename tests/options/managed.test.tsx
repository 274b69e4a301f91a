import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Handlers, handle } from '../../src/browser/commands.ts';
import { storedManaged, storedSettings } from '../../src/browser/stored.ts';
import { loadWords } from '../../src/locales/index.ts';
import { loadOptionsWords } from '../../src/locales/options-words.ts';
import { Options } from '../../src/options/Options.tsx';
import { readStored } from '../../src/options/stored-options.ts';
import { copyOf, nothingManaged } from '../../src/posture/managed-copy.ts';
import { readManaged } from '../../src/posture/read-managed.ts';
import { NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { setClock } from '../support/worker.ts';

const ENDPOINT = 'https://checks.acme.example';

const testConnection = vi.fn<Handlers['test-connection']>();
const worker = { 'test-connection': testConnection } as unknown as Handlers;

const open = async () => render(<Options stored={await readStored()} />);
const text = () => (document.body.textContent ?? '').replaceAll(/[\u2066-\u2069]/g, '');
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const row = (name: string) =>
  [...document.querySelectorAll(`[data-setting=${name}] > *`)].map((part) =>
    (part.textContent ?? '').replaceAll(/[\u2066-\u2069]/g, ''),
  );
const manage = (said: Record<string, unknown>) => storedManaged.set(copyOf(readManaged(said), 'macos'));

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

describe('an endpoint that the organization has set', () => {
  beforeEach(async () => {
    await storedSettings.set({ endpoint: 'https://own.example' });
    await manage({ endpoint: ENDPOINT });
  });

  test('is shown, and can be tried, but neither changed nor left', async () => {
    testConnection.mockResolvedValue({ organization: 'Acme' });
    await open();
    const input = find('input[name=endpoint]') as HTMLInputElement;
    expect(input.value).toBe(ENDPOINT);
    expect(input.readOnly).toBe(true);
    expect(document.getElementById('endpoint-hint')?.textContent).toBe(
      'Set by your organization. It cannot be changed here.',
    );
    expect(find('[data-action=save]')).toBeNull();
    expect(find('[data-action=disconnect]')).toBeNull();
    find('[data-action=test-connection]')?.click();
    await waitFor(() => expect(text()).toContain('Connected to Acme'));
    expect(testConnection.mock.calls).toEqual([[ENDPOINT]]);
  });

  test('is the one to which the requests go, and its origin is told', async () => {
    await open();
    expect(text()).toContain('Requests to checks.acme.example, for your company’s rules and your own devices.');
    expect(row('endpoint')).toEqual(['Gateway', ENDPOINT, 'Set by your organization']);
  });

  test('gives way to the person’s own as soon as it is gone', async () => {
    await open();
    await storedManaged.set(nothingManaged);
    await waitFor(() => expect(find('[data-action=save]')).not.toBeNull());
    expect((find('input[name=endpoint]') as HTMLInputElement).value).toBe('https://own.example');
    expect(row('endpoint')).toEqual(['Gateway', 'https://own.example', 'Set by you']);
  });
});

test('every setting of the organization is told with its origin, and no secret with it', async () => {
  await manage({
    signIn: 'token',
    token: 'kiosk-secret',
    device: { serial: 'C02XL0AB7Q2X' },
    contact: { label: 'IT help', url: 'mailto:it@acme.example' },
    applyTo: { platforms: ['macos', 'windows'], onlyHintedMachines: true },
    notifications: false,
    checkEveryMinutes: 60,
  });
  await open();
  const origin = 'Set by your organization';
  expect(row('signIn')).toEqual(['Sign-in', 'With a token', origin]);
  expect(row('token')).toEqual(['Access token', 'Set. It is not shown.', origin]);
  expect(row('device')).toEqual(['Identity of this computer', 'Set. It is not shown.', origin]);
  expect(row('contact')).toEqual(['Contact', 'IT help (mailto:it@acme.example)', origin]);
  expect(row('applyTo')).toEqual(['Where it is used', 'macOS and Windows, if your organization has named it', origin]);
  expect(row('notifications')).toEqual(['Messages on the desktop', 'Off', origin]);
  expect(row('checkEveryMinutes')).toEqual(['Time between checks', '1 hour', origin]);
  expect(text()).not.toMatch(/kiosk-secret|C02XL0AB7Q2X/);
});

test('without an organization all of them are this version’s', async () => {
  await storedManaged.set(nothingManaged);
  await open();
  expect(row('token')).toEqual(['Access token', 'None', 'Default']);
  expect(row('applyTo')).toEqual(['Where it is used', 'Every computer', 'Default']);
  expect(row('notifications')).toEqual(['Messages on the desktop', 'Allowed', 'Default']);
});

test('what could not be read is named, as it was written', async () => {
  await manage({ endpoint: 'http://acme.example', signIn: 'by-fax', endpont: ENDPOINT, contactJson: '{' });
  await open();
  expect(document.querySelectorAll('[data-refused]')).toHaveLength(4);
  expect(text()).toContain('a value for “contactJson” that cannot be read.');
  expect(text()).toContain('a value for “Gateway” that cannot be read.');
  expect(text()).toContain('a value for “Sign-in” that cannot be read.');
  expect(text()).toContain('“endpont” is not a setting of this version.');
  expect(find('[data-action=save]')).not.toBeNull();
});

test('where nothing is done there is one sentence, nothing to set, and still all that was read', async () => {
  await manage({ endpoint: ENDPOINT, applyTo: { platforms: ['windows'] } });
  await open();
  expect(find('[data-standing=not-here]')?.textContent).toBe(
    'Your organization does not use this extension on this computer, so nothing is checked here',
  );
  expect(find('input')).toBeNull();
  expect(find('[data-permission]')).toBeNull();
  expect(row('applyTo')).toEqual(['Where it is used', 'Windows', 'Set by your organization']);
});

test('the words are in the language that the organization wants, where there are some', async () => {
  await manage({ locale: 'en-XA' });
  await Promise.all([loadWords('en-XA'), loadOptionsWords('en-XA')]);
  await open();
  expect(document.title).not.toBe('Settings');
  expect(document.title).toMatch(/^\[.*\]$/);
  cleanup();
  await manage({ locale: 'de' });
  await open();
  expect(document.title).toBe('Settings');
  expect(row('locale')).toEqual([
    'Language',
    'German. This version does not have it and speaks English.',
    'Set by your organization',
  ]);
});
