import { expect, test } from 'vitest';
import { sealWith } from '../../server/seal.ts';

const text = 'serial:ZS5MPL7Q2X';
const seal = sealWith('key', 'device');

test('The same text is sealed the same way each time, and says nothing of itself', () => {
  expect(seal(text)).toBe(sealWith('key', 'device')(text));
  expect(seal(text)).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test.each([
  ['another text', seal('serial:ZS5MPL7Q2Y')],
  ['another key', sealWith('other', 'device')(text)],
  ['another domain', sealWith('key', 'person')(text)],
])('%s has another seal', (_, other) => {
  expect(other).not.toBe(seal(text));
});
