import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { setAlarms } from '../../src/browser/alarms.ts';
import * as kept from '../../src/browser/stored.ts';
import { storedPasskey, storedSettings } from '../../src/browser/stored.ts';
import * as ofSignIn from '../../src/browser/stored-sign-in.ts';
import { storedSizes } from '../../src/browser/stored-sizes.ts';
import { NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';

beforeEach(() => runIn());

const sizeOf = async (name: string) => (await storedSizes()).find((size) => size.name === name);

test('every stored document is measured, also one that is not there', async () => {
  await storedSettings.set({ endpoint: 'https://bücher.example' });
  await storedPasskey.set({ state: 'ready', observedAt: NOW });
  const sizes = await storedSizes();
  expect(sizes.map(({ name }) => name).toSorted()).toEqual([
    'answers',
    'assessment',
    'claims',
    'computer',
    'managed',
    'managedSilence',
    'ownAnswers',
    'passkey',
    'reminder',
    'session',
    'settings',
    'standing',
    'token',
    'update',
  ]);
  expect(sizes).toHaveLength([...Object.values(kept), ...Object.values(ofSignIn), 'answers'].length);
  // In bytes, not in letters.
  const stored = Buffer.byteLength(JSON.stringify({ version: 1, value: { endpoint: 'https://bücher.example' } }));
  expect(await sizeOf('settings')).toEqual({ name: 'settings', version: 1, bytes: stored, isReadable: true });
  expect(await sizeOf('claims')).toEqual({ name: 'claims', version: null, bytes: 0, isReadable: true });
});

test.each<[string, unknown, number | null]>([
  ['of another version', { version: 2, value: { endpoint: null } }, 2],
  ['broken', { version: 1, value: 'Jane' }, 1],
  ['of no form at all', 'Jane', null],
])('one that is %s is said to be unreadable', async (_, content, version) => {
  await fakeBrowser.storage.local.set({ settings: content });
  expect(await sizeOf('settings')).toMatchObject({ version, isReadable: false });
});

test('the alarms that are set are told with their times, and no others', async () => {
  await fakeBrowser.alarms.create('check', { when: Date.parse(NOW), periodInMinutes: 720 });
  await fakeBrowser.alarms.create('jane@acme.example', { when: Date.parse(NOW) });
  expect(await setAlarms()).toEqual([{ name: 'check', ringsAt: NOW, everyMinutes: 720 }]);
});
