import { beforeEach, describe, expect, test } from 'vitest';
import type { Platform } from '../../src/posture/platform.ts';
import { operatingSystem, osVersion } from '../../src/sources/operating-system.ts';
import { NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';

const saying = (platformVersion?: string) => ({
  userAgentData: { getHighEntropyValues: async () => (platformVersion === undefined ? {} : { platformVersion }) },
});

describe('the version of the operating system', () => {
  test.each<[string, Platform, string | undefined, string | undefined]>([
    ['macOS tells its own', 'macos', '27.2.0', '27.2.0'],
    ['an older macOS too', 'macos', '14.8.9', '14.8.9'],
    ['Windows 11 tells that of its contract', 'windows', '19.0.0', 'UniversalApiContract 19.0.0'],
    ['Windows 10 too', 'windows', '10.0.0', 'UniversalApiContract 10.0.0'],
    ['Linux tells nothing', 'linux', '', undefined],
    ['a Linux that tells its kernel is not listened to', 'linux', '6.12.0', undefined],
    ['ChromeOS tells a build', 'chromeos', '16181.47.0', undefined],
    ['Android tells a number that says nothing of its fixes', 'android', '16.0.0', undefined],
    ['an empty one is none', 'macos', '', undefined],
    ['a missing one is none', 'windows', undefined, undefined],
  ])('%s', async (_, platform, told, version) => {
    expect(await osVersion(platform, saying(told))).toBe(version);
  });

  test('a browser without userAgentData tells none', async () => {
    expect(await osVersion('macos', {})).toBeUndefined();
  });
});

describe('the source', () => {
  beforeEach(() => runIn());

  test('says platform and version', async () => {
    expect(await operatingSystem.observe(NOW)).toEqual({
      platform: 'macos',
      signals: [{ fact: 'osVersion', value: '27.2.0', source: 'browser', observedAt: NOW }],
      gaps: [],
    });
  });

  test('in Firefox says that it cannot know', async () => {
    runIn({ os: 'win', userAgentData: null, browserInfo: { name: 'Firefox', version: '161.0' } });
    expect(await operatingSystem.observe(NOW)).toEqual({
      platform: 'windows',
      signals: [],
      gaps: [{ fact: 'osVersion', source: 'browser', reason: 'browser-cannot-know' }],
    });
  });
});
