import { describe, expect, test } from 'vitest';
import { harmlessError } from '../../../server/journal/harmless-error.ts';

const secret = 'jane@acme.example';

const thrownBy = (fail: () => unknown): unknown => {
  try {
    fail();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('of an error is told', () => {
  test('its kind, its code and where it happened', () => {
    class SourceFailing extends Error {}
    const { error, code, stack } = harmlessError(Object.assign(new SourceFailing(secret), { code: 'ECONNREFUSED' }));
    expect([error, code]).toEqual(['SourceFailing', 'ECONNREFUSED']);
    expect(stack[0]).toMatch(/^harmless-error\.test\.ts:\d+:\d+$/);
    expect(stack.length).toBeGreaterThan(1);
  });

  test('the same of its causes, three of them', () => {
    const nested = [1, 2, 3, 4, 5].reduce(
      (cause, depth) => new Error(`${secret} ${depth}`, { cause }),
      new Error(secret),
    );
    expect(JSON.stringify(harmlessError(nested)).match(/"error"/g)).toHaveLength(4);
  });

  test('that it was none', () => {
    expect(harmlessError(secret)).toEqual({ error: 'string', stack: [] });
    expect(harmlessError(undefined)).toEqual({ error: 'undefined', stack: [] });
  });
});

describe('nothing is told of', () => {
  const keyed = { [secret]: () => Promise.reject(new Error('no')), ZSJANE1: () => JSON.parse('{') };
  const renamed = new Error('another message');
  renamed.message = secret;
  const late = new Error(`first\n    at ZSJANE1 (ZSJANE1.js:1:1)\nlast ${secret}`);
  late.message = 'another message';
  class Named extends Error {
    override name = secret;
  }

  test.each<[string, unknown]>([
    ['its message', new Error(secret)],
    ['a message of many lines that look like a stack', new Error(`x\n    at ${secret} (/home/${secret}/a.js:1:1)`)],
    ['a message that was changed', renamed],
    ['a message that was there before', late],
    ['a name that it gave itself', new Named(secret)],
    ['a code that is none', Object.assign(new Error(''), { code: 'ZSJANE1' })],
    ['a key under which a function was found', thrownBy(keyed.ZSJANE1)],
    ['properties', Object.assign(new Error(''), { email: secret, config: { headers: { Authorization: secret } } })],
    ['a stack that is not one', Object.assign(new Error(''), { stack: `${secret}\n    at ${secret}\nZSJANE1` })],
    ['a cause that is none', new Error('', { cause: secret })],
  ])('%s', (_, error) => {
    expect(JSON.stringify(harmlessError(error))).not.toMatch(/acme|jane|ZSJANE1/i);
  });
});
