import { describe, expect, test } from 'vitest';
import { isInstalled } from '../../scripts/setup.mjs';

const locked = {
  '': { version: '1.0.0' },
  'node_modules/preact': { version: '11.2.0' },
  'node_modules/@biomejs/cli-win32-x64': { version: '2.5.15', optional: true },
};

describe('packages are installed', () => {
  test('when each has the version of the lock file, whatever belongs to other systems', () => {
    expect(isInstalled(locked, { 'node_modules/preact': { version: '11.2.0' } })).toBe(true);
  });

  test.each([
    ['nothing is', {}],
    ['one has another version', { 'node_modules/preact': { version: '11.1.0' } }],
  ])('not when %s', (_, installed) => {
    expect(isInstalled(locked, installed)).toBe(false);
  });
});
