import { describe, expect, test } from 'vitest';
import { DAY, later } from '../../src/posture/instant.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { Policy } from '../../src/posture/policy.ts';
import { practices } from '../../src/practices/index.ts';
import { findingOf, NOW, said } from '../support/posture.ts';

test('each practice is named after its file and asked on at least one platform', () => {
  expect(new Set(practices.map(({ id }) => id)).size).toBe(practices.length);
  for (const { id, needs, remedies } of practices) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(needs.length).toBeGreaterThan(0);
    expect(Object.keys(remedies).length).toBeGreaterThan(0);
  }
});

describe('importance', () => {
  test('what the company merely suggests is a nudge', () => {
    const policy = { version: '1', practices: { firewall: { importance: 'nudge' } } } as const;
    expect(findingOf('firewall', { signals: [said('firewall', 'off')] }, { policy }).rating).toBe('nudge');
  });

  test('what the company asks on some platforms only does not apply on the others', () => {
    const policy: Policy = { version: '1', practices: { firewall: { platforms: ['windows'] } } };
    expect(findingOf('firewall', { signals: [said('firewall', 'off')] }, { policy }).rating).toBe('not-applicable');
  });

  test.each([{ stage: 'observe' }, { visibility: 'hidden' }] as const)('%j is not shown', (wanted) => {
    const policy = { version: '1', practices: { firewall: wanted } } as const;
    expect(() => findingOf('firewall', {}, { policy })).toThrow('not asked');
  });

  test('a deadline is carried along', () => {
    const dueAt = later(NOW, 9 * DAY);
    const policy = { version: '1', practices: { firewall: { dueAt } } };
    expect(findingOf('firewall', { signals: [said('firewall', 'off')] }, { policy }).dueAt).toBe(dueAt);
  });
});

const scopeOf = (id: string) => practices.find((practice) => practice.id === id)?.scope;

test.each<[string, Platform]>([
  ['automatic-updates', 'ios'],
  ['usb-debugging', 'macos'],
  ['passkey-ready', 'linux'],
  ['firewall', 'ios'],
  ['device-integrity', 'macos'],
  ['browser-version', 'ios'],
])('%s does not apply to %s', (practice, platform) => {
  const subjects = [{ isThisComputer: scopeOf(practice) === 'browser' }] as never;
  expect(findingOf(practice, { platform }, { subjects }).rating).toBe('not-applicable');
});
