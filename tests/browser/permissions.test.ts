import { beforeEach, describe, expect, test, vi } from 'vitest';
import { drop, has, isBlockedByPolicy, onChange, request } from '../../src/browser/permissions.ts';
import { answerWith, runIn, switchOff, switchOn } from '../support/this-browser.ts';

beforeEach(() => runIn());

describe('asking', () => {
  test('a permission that is granted is there until it is dropped', async () => {
    expect(await has('management')).toBe(false);
    expect(await request('management')).toBe('granted');
    expect(await has('management')).toBe(true);
    expect(await has('privacy')).toBe(false);
    await drop('management');
    expect(await has('management')).toBe(false);
  });

  test('one that is refused is not', async () => {
    answerWith(false);
    expect(await request('privacy')).toBe('refused');
    expect(await has('privacy')).toBe(false);
  });

  test('the organization may have decided', async () => {
    answerWith(new Error('Permissions are blocked by enterprise policy.'));
    expect(await request('privacy')).toBe('blocked-by-policy');
  });

  test('a browser that does not ask says so', async () => {
    answerWith(new Error('This function must be called during a user gesture'));
    await expect(request('privacy')).rejects.toThrow('gesture');
  });
});

test('whoever listens hears of every grant and withdrawal until they stop', async () => {
  const listener = vi.fn();
  const stop = onChange(listener);
  await switchOn('management');
  await switchOff('management');
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  await switchOn('management');
  expect(listener).toHaveBeenCalledTimes(2);
});

test.each([
  [new Error('Permissions are blocked by enterprise policy.'), true],
  [new Error('The content security policy does not allow this'), false],
  ['blocked by policy', false],
  [undefined, false],
])('%s is a word of a policy: %s', (error, isIt) => {
  expect(isBlockedByPolicy(error)).toBe(isIt);
});
