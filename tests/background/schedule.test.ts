import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { postponeCheck, scheduleCheck, scheduleRepaint } from '../../src/background/schedule.ts';
import { assess } from '../../src/posture/assess.ts';
import { epochMs, HOUR, later, MINUTE } from '../../src/posture/instant.ts';
import { aDevice, anInput, NOW, said, someone } from '../support/posture.ts';
import { setClock } from '../support/worker.ts';

beforeEach(() => {
  fakeBrowser.reset();
  setClock(NOW);
});
afterEach(() => void vi.useRealTimers());

const dueAt = async (name: string) => (await fakeBrowser.alarms.get(name))?.scheduledTime;

describe('the check', () => {
  test.each([
    ['on its hour', 0, 12 * HOUR],
    ['an hour later', 1, 13 * HOUR],
  ])('is due in half a day, and up to an hour later so that not all ask at once: %s', async (_, random, ms) => {
    await scheduleCheck(NOW, () => random);
    expect(await fakeBrowser.alarms.get('check')).toMatchObject({
      scheduledTime: epochMs(later(NOW, ms)),
      periodInMinutes: ms / MINUTE,
    });
  });

  test('is due again where the clock was put back meanwhile', async () => {
    await scheduleCheck(NOW, () => 0.5);
    const yearBack = later(NOW, -365 * 24 * HOUR);
    setClock(yearBack);
    await scheduleCheck(yearBack, () => 0.5);
    expect(await dueAt('check')).toBeLessThanOrEqual(epochMs(later(yearBack, 13 * HOUR)));
  });

  test('stays due when it already is', async () => {
    await scheduleCheck(NOW, () => 0.5);
    const due = await dueAt('check');
    await scheduleCheck(NOW, () => 0.9);
    expect(await dueAt('check')).toBe(due);
  });

  test('is half a day away once the endpoint was asked', async () => {
    await scheduleCheck(NOW, () => 0);
    setClock(later(NOW, 3 * HOUR));
    await postponeCheck(() => 0);
    expect(await dueAt('check')).toBe(epochMs(later(NOW, 15 * HOUR)));
  });
});

describe('the badge is painted again', () => {
  const assessment = assess(anInput({ subjects: [someone(aDevice({ signals: [said('firewall', 'off')] }))] }));
  const weekAfter = epochMs(later(NOW, (7 * 24 - 3) * HOUR));

  test('when the first finding becomes stale', async () => {
    await scheduleRepaint(assessment, [], NOW);
    expect(await dueAt('repaint')).toBe(weekAfter);
  });

  test('after the right time where this computer’s clock is wrong', async () => {
    const yearBack = later(NOW, -365 * 24 * HOUR);
    setClock(yearBack);
    await scheduleRepaint(assessment, [], NOW);
    expect(await dueAt('repaint')).toBe(epochMs(later(yearBack, (7 * 24 - 3) * HOUR)));
  });

  test('when a claim ends', async () => {
    await scheduleRepaint(assessment, [{ device: 'd_1', practice: 'firewall', claimedAt: NOW }], NOW);
    expect(await dueAt('repaint')).toBe(epochMs(later(NOW, 72 * HOUR)));
  });

  test('not at all when nothing will change', async () => {
    await scheduleRepaint(assessment, [], NOW);
    await scheduleRepaint(undefined, [], NOW);
    expect(await dueAt('repaint')).toBeUndefined();
  });
});
