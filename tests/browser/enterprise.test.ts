import { describe, expect, test } from 'vitest';
import { deviceSerial, hardwareModel } from '../../src/browser/enterprise.ts';
import { runIn } from '../support/this-browser.ts';

const refused = () => Promise.reject(new Error('Not allowed by policy'));

describe('the model of this computer', () => {
  const hardware = (manufacturer: unknown, model: unknown) => ({
    hardwarePlatform: { getHardwarePlatformInfo: async () => ({ manufacturer, model }) },
  });

  test.each<[string, unknown, unknown, string | undefined]>([
    ['has its maker before it', 'LENOVO', '20XW004AGE', 'LENOVO 20XW004AGE'],
    ['without the legal form', 'Dell Inc.', 'Latitude 7440', 'Dell Latitude 7440'],
    ['but not twice', 'HP', 'HP EliteBook 840 G8 Notebook PC', 'HP EliteBook 840 G8 Notebook PC'],
    ['and without blanks around it', ' Google ', ' Eve ', 'Google Eve'],
    ['alone where there is no maker', '', 'Latitude 7440', 'Latitude 7440'],
    ['alone where the maker has filled in nothing', 'System manufacturer', 'B650 Tower', 'B650 Tower'],
    ['is none where only the maker is told', 'Dell Inc.', '', undefined],
    ['is none where the maker has filled in nothing', 'ASUSTeK', 'To Be Filled By O.E.M.', undefined],
    ['is none where it is no text', 'Dell Inc.', 7440, undefined],
    ['is none where nothing is told', undefined, undefined, undefined],
  ])('%s', async (_, manufacturer, model, name) => {
    runIn({ enterprise: hardware(manufacturer, model) });
    expect(await hardwareModel()).toBe(name);
  });

  test('is cut where it has no end', async () => {
    runIn({ enterprise: hardware('', 'x'.repeat(5000)) });
    expect(await hardwareModel()).toHaveLength(300);
  });

  test.each<[string, object | undefined]>([
    ['an extension that no policy has installed', undefined],
    ['a browser without this function', {}],
    ['a policy that does not allow it', { hardwarePlatform: { getHardwarePlatformInfo: refused } }],
  ])('is not told to %s', async (_, enterprise) => {
    runIn({ enterprise });
    expect(await hardwareModel()).toBeUndefined();
  });
});

describe('the serial number of this Chromebook', () => {
  const attributes = (serial: unknown) => ({ deviceAttributes: { getDeviceSerialNumber: async () => serial } });

  test.each<[string, object | undefined, string | undefined]>([
    ['is told to an extension that a policy has installed', attributes('5CD1234XYZ'), '5CD1234XYZ'],
    ['is empty where account and Chromebook belong to different organizations', attributes(''), undefined],
    ['may be no text', attributes(null), undefined],
    ['is refused', { deviceAttributes: { getDeviceSerialNumber: refused } }, undefined],
    ['is not there on other systems', {}, undefined],
    ['is not there without a policy', undefined, undefined],
  ])('%s', async (_, enterprise, serial) => {
    runIn({ os: 'cros', enterprise });
    expect(await deviceSerial()).toBe(serial);
  });
});
