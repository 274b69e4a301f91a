import { describe, expect, test } from 'vitest';
import { readManaged } from '../../src/posture/read-managed.ts';

const whole = {
  endpoint: 'https://checks.acme.example',
  signIn: 'token',
  token: 'kiosk-7.a_b',
  device: { serialEnding: '7Q2X', serial: 'C02XL0AB7Q2X', assetTag: 'A-17', hardwareUuid: '564D-1234' },
  locale: 'de-CH',
  contact: { label: 'IT help', url: 'https://help.acme.example/{practice}' },
  applyTo: { platforms: ['macos', 'windows'], onlyHintedMachines: true },
  notifications: false,
  checkEveryMinutes: 60,
};

const refusedOf = (said: Record<string, unknown>) => readManaged(said).refused;

test('what is written as it should be is taken as it is', () => {
  expect(readManaged(whole)).toEqual({ settings: whole, refused: [] });
});

test('nothing is nothing, and so is what a tool could not leave out', () => {
  expect(readManaged({})).toEqual({ settings: {}, refused: [] });
  expect(readManaged({ endpoint: '', contact: null, token: undefined })).toEqual({ settings: {}, refused: [] });
});

describe('a tool that knows nothing but text', () => {
  test('may write everything as its JSON', () => {
    const asText = Object.fromEntries(
      Object.entries(whole).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
    expect(readManaged(asText)).toEqual({ settings: whole, refused: [] });
  });

  test('may do so inside an object, too', () => {
    const applyTo = { platforms: '["macos","windows"]', onlyHintedMachines: 'true' };
    expect(readManaged({ applyTo }).settings).toEqual({ applyTo: whole.applyTo });
  });

  test('may use the keys that Chrome takes as text', () => {
    const { device, contact, applyTo } = whole;
    const said = {
      deviceJson: JSON.stringify(device),
      contactJson: JSON.stringify(contact),
      applyToJson: JSON.stringify(applyTo),
    };
    expect(readManaged(said)).toEqual({ settings: { device, contact, applyTo }, refused: [] });
  });

  test('does not turn a text of digits into a number', () => {
    expect(readManaged({ token: '123456', device: { serialEnding: '1234' } }).settings).toEqual({
      token: '123456',
      device: { serialEnding: '1234' },
    });
  });

  test.each([[0], [1]])('may have no other switches than 0 and 1: %s', (bit) => {
    expect(readManaged({ notifications: bit }).settings).toEqual({ notifications: bit === 1 });
  });
});

test('what is said as it is comes before its text, in whatever order they come', () => {
  const contact = { label: 'IT help', url: 'mailto:it@acme.example' };
  const contactJson = '{"label":"Old","url":"https://old.example"}';
  expect(readManaged({ contact, contactJson }).settings).toEqual({ contact });
  expect(readManaged({ contactJson, contact }).settings).toEqual({ contact });
  expect(readManaged({ contact: { label: 'IT help' }, contactJson })).toEqual({
    settings: { contact: { label: 'Old', url: 'https://old.example' } },
    refused: [{ name: 'contact', reason: 'unreadable' }],
  });
});

test.each([
  ['https://checks.acme.example/', 'https://checks.acme.example'],
  [' https://acme.example/checks// ', 'https://acme.example/checks'],
  ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'],
])('an endpoint is brought into the form in which it is asked: "%s"', (written, endpoint) => {
  expect(readManaged({ endpoint: written }).settings).toEqual({ endpoint });
});

describe('what cannot be read costs only itself, and is named', () => {
  test.each<[string, string, unknown]>([
    ['an address without encryption', 'endpoint', 'http://checks.acme.example'],
    ['an address with a password', 'endpoint', 'https://jane:secret@acme.example'],
    ['a number for an address', 'endpoint', 7],
    ['an unknown way to sign in', 'signIn', 'session'],
    ['a token with a line break', 'token', 'a\nb'],
    ['a token with a space', 'token', 'a b'],
    ['a token without end', 'token', 'x'.repeat(4097)],
    ['a variable that was not filled in', 'device', { serial: '$SERIALNUMBER' }],
    ['one of another tool', 'device', { serialEnding: '{{serialnumber}}' }],
    ['one of Windows', 'device', { assetTag: '%ASSET%' }],
    ['a hint of another kind', 'device', { imei: '356938035643809' }],
    ['what is not a language', 'locale', 'German'],
    ['a link of another scheme', 'contact', { label: 'IT', url: 'javascript:alert(1)' }],
    ['a contact without a link', 'contact', { label: 'IT' }],
    ['a system that nobody knows', 'applyTo', { platforms: ['macos', 'beos'] }],
    ['a misspelt place', 'applyTo', { plattforms: ['macos'] }],
    ['JSON that is none', 'applyTo', '{platforms:'],
    ['JSON of something else', 'applyTo', '["macos"]'],
    ['a word for a switch', 'notifications', 'off'],
    ['checks without pause', 'checkEveryMinutes', 1],
    ['half a minute', 'checkEveryMinutes', 60.5],
  ])('%s', (_, name, value) => {
    const { [name as 'endpoint']: __, ...rest } = whole;
    const { settings, refused } = readManaged({ ...whole, [name]: value });
    expect(settings).toEqual(rest);
    expect(refused).toEqual([{ name, reason: 'unreadable' }]);
  });

  test('a name that is none, whatever it is', () => {
    for (const name of ['endpont', 'constructor', '__proto__x', 'Endpoint'])
      expect(refusedOf({ [name]: 'x' })).toEqual([{ name, reason: 'unknown' }]);
    expect(refusedOf({ ['x'.repeat(1000)]: 1 })).toEqual([{ name: 'x'.repeat(100), reason: 'unknown' }]);
  });
});
