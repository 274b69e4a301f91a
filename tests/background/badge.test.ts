import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, test } from 'vitest';
import { showBadge } from '../../src/background/badge.ts';
import { assess } from '../../src/posture/assess.ts';
import type { Assessment } from '../../src/posture/finding.ts';
import { DAY, later } from '../../src/posture/instant.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { aDevice, anInput, NOW, said, someone } from '../support/posture.ts';

beforeEach(() => fakeBrowser.reset());

const assessed = (...signals: Signal[]): Assessment =>
  assess(anInput({ subjects: [someone(aDevice({ signals, model: 'MacBook Pro' }))] }));

const icon = async () => ({
  text: await fakeBrowser.action.getBadgeText({}),
  // Isolates around foreign text cannot be seen.
  title: (await fakeBrowser.action.getTitle({})).replaceAll(/[\u2066-\u2069]/g, ''),
});

const off = assessed(said('firewall', 'off'), said('diskEncryption', 'off'));

describe('badge and title of', () => {
  test('two highly recommended things', async () => {
    await showBadge(off, [], NOW);
    expect(await icon()).toEqual({ text: '2', title: 'Security check: 2 things to fix on your MacBook Pro' });
    expect(await fakeBrowser.action.getBadgeBackgroundColor({})).toEqual([0xb3, 0x26, 0x1e, 255]);
    expect(await fakeBrowser.action.getBadgeTextColor({})).toBe('#ffffff');
  });

  test('a suggestion: it is told, not counted', async () => {
    await showBadge(assessed(said('diskEncryption', 'encrypting')), [], NOW);
    expect(await icon()).toEqual({ text: '', title: 'Security check: 1 thing to fix on your MacBook Pro' });
  });

  test('what somebody says is done', async () => {
    const claims = ['firewall', 'disk-encryption'].map((practice) => ({ device: 'd_1', practice, claimedAt: NOW }));
    await showBadge(off, claims, NOW);
    expect(await icon()).toEqual({
      text: '',
      title: 'Security check: Waiting for Jamf Pro to confirm, usually by tomorrow',
    });
  });

  test('what has become stale since', async () => {
    await showBadge(off, [], later(NOW, 8 * DAY));
    expect((await icon()).text).toBe('');
    expect((await icon()).title).toContain('things we cannot check');
  });

  test('two tools that disagree', async () => {
    await showBadge(assessed(said('firewall', 'on', 'jamf', 3), said('firewall', 'off', 'fleet', 3.3)), [], NOW);
    const title = 'Security check: Two tools disagree about one of the checks';
    expect(await icon()).toEqual({ text: '', title });
  });

  test('nothing yet', async () => {
    await showBadge(off, [], NOW);
    await showBadge(undefined, [], NOW);
    expect(await icon()).toEqual({ text: '', title: 'Security check: Checking this browser …' });
  });
});

test('a browser without a badge shows the title', async () => {
  const { setBadgeText, setBadgeBackgroundColor, setBadgeTextColor } = fakeBrowser.action;
  Object.assign(fakeBrowser.action, {
    setBadgeText: undefined,
    setBadgeBackgroundColor: undefined,
    setBadgeTextColor: undefined,
  });
  try {
    await showBadge(off, [], NOW);
  } finally {
    Object.assign(fakeBrowser.action, { setBadgeText, setBadgeBackgroundColor, setBadgeTextColor });
  }
  expect((await icon()).title).toContain('2 things to fix');
});
