import { describe, expect, test } from 'vitest';
import { factIds } from '../../src/posture/facts.ts';
import { signal } from '../../src/posture/signal.ts';
import type { BrowserSource } from '../../src/sources/browser-source.ts';
import { browserSources, observeBrowser } from '../../src/sources/index.ts';
import { NOW } from '../support/posture.ts';
import { anExtension, runIn, switchOff } from '../support/this-browser.ts';

const never = new Promise<never>(() => undefined);

const good: BrowserSource = {
  facts: ['osVersion'],
  observe: async (now) => ({ platform: 'linux', signals: [signal('osVersion', '1', 'browser', now)], gaps: [] }),
};

describe('a source costs only itself', () => {
  test.each<[string, BrowserSource['observe']]>([
    ['when it hangs', () => never],
    ['when it fails', async () => Promise.reject(new Error('gone'))],
  ])('%s', async (_, observe) => {
    const view = await observeBrowser(NOW, [{ facts: ['browserVersion', 'toolbar'], observe }, good], 20);
    expect(view).toEqual({
      platform: 'linux',
      signals: [{ fact: 'osVersion', value: '1', source: 'browser', observedAt: NOW }],
      gaps: [
        { fact: 'browserVersion', source: 'browser', reason: 'not-checked-yet' },
        { fact: 'toolbar', source: 'browser', reason: 'not-checked-yet' },
      ],
    });
  });
});

test('without a source for it the platform is unknown', async () => {
  expect(await observeBrowser(NOW, [])).toEqual({ platform: 'unknown', signals: [], gaps: [] });
});

test('every source speaks of exactly the facts that it names, and no two of the same', async () => {
  runIn();
  const facts = browserSources.flatMap((source) => source.facts);
  const ofChromebooks = ['screenLock', 'screenLockAfterSeconds'];
  expect(new Set(facts).size).toBe(facts.length);
  expect(factIds).toEqual(expect.arrayContaining(facts));
  const { signals, gaps, platform } = await observeBrowser(NOW);
  const spoken = [...signals, ...gaps].map(({ fact }) => fact);
  expect(spoken.toSorted()).toEqual(facts.filter((fact) => !ofChromebooks.includes(fact)).toSorted());
  expect(platform).toBe('macos');
});

test('a permission that is withdrawn takes away what it let see, and nothing else', async () => {
  const privacy = {
    services: { safeBrowsingEnabled: { get: async () => ({ value: true, levelOfControl: 'not_controllable' }) } },
  };
  runIn({ granted: ['management', 'privacy'], extensions: [anExtension()], privacy });
  const before = await observeBrowser(NOW);
  await switchOff('management');
  const after = await observeBrowser(NOW);
  expect(after.signals).toEqual(before.signals.filter(({ fact }) => fact !== 'extensions'));
  expect(after.gaps.filter((gap) => !before.gaps.some(({ fact }) => fact === gap.fact))).toEqual([
    { fact: 'extensions', source: 'browser', reason: 'permission-not-granted' },
  ]);
});
