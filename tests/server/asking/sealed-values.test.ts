import { expect, test } from 'vitest';
import { sealedValues } from '../../../server/asking/sealed-values.ts';

const key = Buffer.alloc(32, 1);
const ours = sealedValues(key);
const name = ours.nameOf('jamf', 'jane@acme.example');

test('What is sealed says nothing, and can be opened again by whoever has the key', () => {
  const value = ours.sealed(name, 'Jane’s Mac');
  expect(Buffer.from(value, 'base64').toString('latin1')).not.toContain('Mac');
  expect(sealedValues(key).opened(name, value)).toBe('Jane’s Mac');
  expect(ours.sealed(name, 'Jane’s Mac')).not.toBe(value);
});

test('A name names nobody, is the same on every replica, and another with another key', () => {
  expect(name).toMatch(/^[\w-]{43}$/);
  expect(sealedValues(key).nameOf('jamf', 'jane@acme.example')).toBe(name);
  expect(ours.nameOf('jamf', 'joe@acme.example')).not.toBe(name);
  expect(ours.nameOf('jamfj', 'ane@acme.example')).not.toBe(name);
  expect(sealedValues(Buffer.alloc(32, 2)).nameOf('jamf', 'jane@acme.example')).not.toBe(name);
});

test.each([
  ['of another person', (value: string) => ours.opened(ours.nameOf('jamf', 'joe@acme.example'), value)],
  ['sealed with another key', (value: string) => sealedValues(Buffer.alloc(32, 2)).opened(name, value)],
  ['that was changed', (value: string) => ours.opened(name, `${value.slice(0, -8)}AAAAAAA=`)],
  ['with a shorter tag', (value: string) => ours.opened(name, value.slice(0, 32))],
  ['that is empty', () => ours.opened(name, '')],
])('A value %s is not opened', (_, open) => {
  expect(open(ours.sealed(name, 'Jane’s Mac'))).toBeUndefined();
});
