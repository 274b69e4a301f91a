import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newToken } from '../../../server/commands/new-token.ts';
import { readConfiguration } from '../../../server/config/read-configuration.ts';
import { tokenMode } from '../../../server/identity/token-mode.ts';

const printed = vi.spyOn(console, 'log');
beforeEach(() => void printed.mockReset().mockImplementation(() => undefined));
afterEach(() => void printed.mockReset());

async function made(email: string) {
  printed.mockClear();
  await newToken([email]);
  const lines = printed.mock.calls.flat().join('\n').split('\n');
  return {
    token: lines.find((line) => /^[\w-]{40,}$/.test(line)) ?? '',
    line: lines.find((line) => line.includes('sha256')) ?? '',
  };
}

/** The configuration with the printed line where it belongs. */
const identifyBy = (line: string) => {
  const read = readConfiguration(`organization: { name: Acme }
key: { env: KEY }
identity:
  mode: token
  tokens:
${line}
sources: [{ id: file, kind: file, path: inventory.csv }]
`);
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  return tokenMode(read.configuration.identity);
};

const asking = (token: string) =>
  new Request('https://gateway.example/v1/posture', { headers: { authorization: `Bearer ${token}` } });

test('A token is known by the line that was printed with it, which does not tell it', async () => {
  const { token, line } = await made('Jane@acme.example');
  expect(await identifyBy(line)(asking(token))).toMatchObject({ email: 'jane@acme.example' });
  expect(line).not.toContain(token);
});

test('Each is another, and known to nobody else', async () => {
  const [jane, joe] = [await made('jane@acme.example'), await made('joe@acme.example')];
  expect(jane.token).not.toBe(joe.token);
  expect(await identifyBy(jane.line)(asking(joe.token))).toBeNull();
});

test.each([[[]], [['jane']], [['jane@acme.example', 'joe@acme.example']], [['--all']]])(
  'Given %j, says how it is used',
  (args) => {
    expect(() => newToken(args)).toThrow('new-token person@example.com');
    expect(printed).not.toHaveBeenCalled();
  },
);
