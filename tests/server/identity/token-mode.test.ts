import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { tokenMode } from '../../../server/identity/token-mode.ts';

const token = 'a-token-made-for-jane';
const sha256 = createHash('sha256').update(token).digest('hex');
const identify = tokenMode({ mode: 'token', tokens: [{ sha256, email: 'jane@acme.example', name: 'Jane Doe' }] });

const asking = (authorization?: string) =>
  identify(
    new Request('https://gateway.example/v1/posture', {
      ...(authorization !== undefined && { headers: { authorization } }),
    }),
  );

test.each([`Bearer ${token}`, `bearer  ${token}`])('%j is Jane', async (authorization) => {
  expect(await asking(authorization)).toEqual({ email: 'jane@acme.example', name: 'Jane Doe' });
});

test.each([
  undefined,
  '',
  'Bearer',
  `Bearer ${token}x`,
  `Bearer ${token.slice(1)}`,
  `Bearer ${sha256}`,
  `Basic ${token}`,
  `Bearer ${token} ${token}`,
  `Bearer ${token.toUpperCase()}`,
])('%j is nobody', async (authorization) => {
  expect(await asking(authorization)).toBeNull();
});
