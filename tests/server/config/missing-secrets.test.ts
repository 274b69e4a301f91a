import { expect, test } from 'vitest';
import { missingSecrets } from '../../../server/config/missing-secrets.ts';
import { readConfiguration } from '../../../server/config/read-configuration.ts';
import { secretsFrom } from '../../../server/config/secrets.ts';
import { whole } from './whole-configuration.ts';

const missingIn = (environment: NodeJS.ProcessEnv, text = whole) => {
  const read = readConfiguration(text);
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  return missingSecrets(read.configuration, secretsFrom(environment), read.mistakeAt);
};

test('Secrets that are there are not spoken of', async () => {
  expect(await missingIn({ STETHOSCOPE_KEY: 'a', JAMF_SECRET: 'b' })).toEqual([]);
});

test('Secrets that are not there are named with their place', async () => {
  const text = whole.replace('{ env: JAMF_SECRET }', '{ file: /nowhere/jamf }');
  expect(await missingIn({}, text)).toEqual([
    { line: 4, column: 1, path: 'key', expected: 'The environment variable STETHOSCOPE_KEY is not set' },
    { line: 14, column: 5, path: 'sources.0.clientSecret', expected: 'The file /nowhere/jamf is missing or empty' },
  ]);
});
