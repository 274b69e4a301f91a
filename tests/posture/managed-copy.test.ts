import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  copyOf,
  endpointOf,
  isManaged,
  isSame,
  managedCopySchema,
  managedLayer,
  nothingManaged,
} from '../../src/posture/managed-copy.ts';
import type { Platform } from '../../src/posture/platform.ts';
import { readManaged } from '../../src/posture/read-managed.ts';

const copied = (said: Record<string, unknown>, platform: Platform = 'macos') => copyOf(readManaged(said), platform);

const ENDPOINT = 'https://checks.acme.example';

describe('what is kept', () => {
  const secrets = {
    token: 'kiosk-secret',
    device: { serial: 'C02XL0AB7Q2X', serialEnding: '7Q2X', hardwareUuid: 'U-1' },
  };

  test('is neither the token nor what hints at this computer, but that they are there', () => {
    const copy = copied({ endpoint: ENDPOINT, signIn: 'token', ...secrets });
    expect(copy).toEqual({
      ...nothingManaged,
      settings: { endpoint: ENDPOINT, signIn: 'token' },
      hasToken: true,
      isHinted: true,
    });
    expect(JSON.stringify(copy)).not.toMatch(/secret|7Q2X|U-1/);
  });

  test('can be read again', () => {
    const copy = copied({
      endpoint: ENDPOINT,
      signIn: 'none',
      locale: 'de',
      contact: { label: 'IT', url: 'https://acme.example' },
      applyTo: { platforms: ['macos'], onlyHintedMachines: false },
      notifications: true,
      checkEveryMinutes: 60,
      endpont: 1,
    });
    expect(v.parse(managedCopySchema, JSON.parse(JSON.stringify(copy)))).toEqual(copy);
  });

  test('is the same whatever order a browser gives its keys', () => {
    const a = copied({ endpoint: ENDPOINT, contact: { label: 'IT', url: 'https://acme.example' } });
    const b = copied({ contact: { url: 'https://acme.example', label: 'IT' }, endpoint: ENDPOINT });
    expect(isSame(a, b)).toBe(true);
    expect(isSame(a, { ...b, isHere: false })).toBe(false);
    expect(isSame(a, copied({ endpoint: ENDPOINT }))).toBe(false);
  });

  test('is nothing only when nothing was said', () => {
    expect(isManaged(copied({}))).toBe(false);
    for (const said of [{ endpoint: ENDPOINT }, { token: 'x' }, { device: { assetTag: 'A' } }, { endpont: 1 }])
      expect(isManaged(copied(said))).toBe(true);
  });
});

describe('it holds', () => {
  const hinted = { device: { assetTag: 'A-17' } };

  test.each<[string, Record<string, unknown>, Platform, boolean]>([
    ['everywhere unless said otherwise', {}, 'linux', true],
    ['on a system that is named', { applyTo: { platforms: ['windows', 'macos'] } }, 'macos', true],
    ['not on one that is not', { applyTo: { platforms: ['windows'] } }, 'macos', false],
    ['not on a system that nobody knows', { applyTo: { platforms: ['windows'] } }, 'unknown', false],
    ['nowhere, if no system is named', { applyTo: { platforms: [] } }, 'macos', false],
    ['on a computer that is hinted at', { applyTo: { onlyHintedMachines: true }, ...hinted }, 'macos', true],
    ['not on another', { applyTo: { onlyHintedMachines: true } }, 'macos', false],
    ['not where the hint is empty', { applyTo: { onlyHintedMachines: true }, device: {} }, 'macos', false],
    [
      'not where the hint was not filled in',
      { applyTo: { onlyHintedMachines: true }, device: { serial: '$SERIALNUMBER' } },
      'macos',
      false,
    ],
    ['on every computer of a system', { applyTo: { platforms: ['macos'], onlyHintedMachines: false } }, 'macos', true],
    [
      'only where both fit',
      { applyTo: { platforms: ['windows'], onlyHintedMachines: true }, ...hinted },
      'macos',
      false,
    ],
    ['nowhere, if nobody can read where', { applyTo: { plattforms: ['macos'] } }, 'macos', false],
    ['nor in its text', { applyToJson: '{' }, 'macos', false],
    [
      'where its text is right, although the rest is not',
      { applyTo: 7, applyToJson: '{"platforms":["macos"]}' },
      'macos',
      true,
    ],
  ])('%s', (_, said, platform, isHere) => {
    expect(copied(said, platform).isHere).toBe(isHere);
  });
});

describe('the endpoint that is asked', () => {
  test('is device management’s before the person’s own', () => {
    expect(endpointOf(copied({ endpoint: ENDPOINT }), 'https://own.example')).toBe(ENDPOINT);
    expect(endpointOf(copied({}), 'https://own.example')).toBe('https://own.example');
    expect(endpointOf(undefined, 'https://own.example')).toBe('https://own.example');
    expect(endpointOf(nothingManaged, null)).toBeNull();
  });

  test('is none at all where nothing is done', () => {
    const elsewhere = copied({ endpoint: ENDPOINT, applyTo: { platforms: [] } });
    expect(endpointOf(elsewhere, 'https://own.example')).toBeUndefined();
  });
});

test('of what is not kept the settings tell that it is there', () => {
  expect(managedLayer(copied({ endpoint: ENDPOINT, token: 'x', device: { assetTag: 'A' } }))).toEqual({
    endpoint: ENDPOINT,
    token: true,
    device: true,
  });
  expect(managedLayer(nothingManaged)).toEqual({});
});
