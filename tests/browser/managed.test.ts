import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { askManaged, chosenEndpoint, managedNow, onManagedChange } from '../../src/browser/managed.ts';
import { storedManaged, storedSettings } from '../../src/browser/stored.ts';
import { nothingManaged } from '../../src/posture/managed-copy.ts';
import { manage, manageNothingInFirefox, manageUnreadably, tellManaged } from '../support/managed.ts';
import { runIn } from '../support/this-browser.ts';

const ENDPOINT = 'https://checks.acme.example';

beforeEach(() => {
  runIn();
  manage({});
});

describe('what device management says now', () => {
  test('is told with the token and the hints, as the browser has them', async () => {
    manage({ endpoint: `${ENDPOINT}/`, token: 'secret', device: '{"serialEnding":"7Q2X"}' });
    expect(await managedNow()).toEqual({
      settings: { endpoint: ENDPOINT, token: 'secret', device: { serialEnding: '7Q2X' } },
      isWhole: true,
    });
  });

  test.each([
    ['is silent', () => manage({})],
    ['cannot tell', manageUnreadably],
  ])('is what it said last while the browser %s, and that it is not whole', async (_, happens) => {
    await storedManaged.set({ ...nothingManaged, settings: { endpoint: ENDPOINT, signIn: 'token' }, hasToken: true });
    happens();
    expect(await managedNow()).toEqual({ settings: { endpoint: ENDPOINT, signIn: 'token' }, isWhole: false });
  });

  test('is nothing, for certain, where Firefox says so', async () => {
    await storedManaged.set({ ...nothingManaged, settings: { endpoint: ENDPOINT } });
    manageNothingInFirefox();
    expect(await managedNow()).toEqual({ settings: {}, isWhole: true });
  });

  test('is nothing in a browser that has no such storage', async () => {
    const { managed } = fakeBrowser.storage;
    Object.assign(fakeBrowser.storage, { managed: undefined });
    try {
      expect(await askManaged()).toBe('nothing');
    } finally {
      Object.assign(fakeBrowser.storage, { managed });
    }
  });
});

test('the endpoint is device management’s, else the person’s own, else none', async () => {
  expect(await chosenEndpoint()).toBeNull();
  await storedSettings.set({ endpoint: 'https://own.example' });
  expect(await chosenEndpoint()).toBe('https://own.example');
  await storedManaged.set({ ...nothingManaged, settings: { endpoint: ENDPOINT } });
  expect(await chosenEndpoint()).toBe(ENDPOINT);
  await storedManaged.set({ ...nothingManaged, isHere: false });
  expect(await chosenEndpoint()).toBeUndefined();
});

test('only changes of device management are listened to', async () => {
  const listener = vi.fn();
  onManagedChange(listener);
  await storedSettings.set({ endpoint: ENDPOINT });
  expect(listener).not.toHaveBeenCalled();
  await tellManaged();
  expect(listener).toHaveBeenCalledOnce();
});
