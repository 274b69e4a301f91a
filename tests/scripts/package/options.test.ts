import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../scripts/package/options.mjs';

const optional = ['management', 'privacy', 'notifications'];
const read = (line: string) =>
  readOptions(
    line.split(' ').filter((one) => one !== ''),
    optional,
  );

test('without options nothing is assumed', () => {
  const { required, ...others } = read('');
  expect(required).toEqual([]);
  expect(Object.values(others).filter((one) => one !== undefined)).toEqual([]);
});

test('a company that names no place for updates serves them beside its gateway', () => {
  expect(read('--company https://checks.acme.example/api/').updateUrl).toBe(
    'https://checks.acme.example/extension/update.xml',
  );
  expect(read('--company https://checks.acme.example --update-url https://cdn.acme.example/u.xml').updateUrl).toBe(
    'https://cdn.acme.example/u.xml',
  );
});

test('deployment files of a company’s own build are for its gateway, unless another one is named', () => {
  expect(read('--company https://checks.acme.example --kit').kitFor).toBe('https://checks.acme.example');
  expect(read('--kit --endpoint http://127.0.0.1:8787/sample/mixed').kitFor).toBe('http://127.0.0.1:8787/sample/mixed');
});

describe('what it would have to guess at is refused', () => {
  test.each([
    ['--nonsense', 'Known options are'],
    ['--kit', 'needs to know your gateway'],
    ['--endpoint https://acme.example', 'add --kit'],
    ['--settings more.json', 'add --kit'],
    ['--with management', 'add --company'],
    ['--company https://acme.example --with tabs', 'not tabs'],
    ['--company http://acme.example', 'with https'],
    ['--update-url https://user@acme.example/update.xml', 'without user name'],
    ['--kit --endpoint https://acme.example?x=1', 'without user name, query'],
    ['--kit --endpoint http://127.0.0.1.acme.example', 'with https'],
    ['--chrome-id abc', '32 letters'],
  ])('%s', (line, sentence) => {
    expect(() => read(line)).toThrow(sentence);
  });
});
