import { describe, expect, test } from 'vitest';
import { browserOfUserAgent, browserVersion } from '../../src/sources/browser-version.ts';
import { NOW } from '../support/posture.ts';
import { brands, runIn } from '../support/this-browser.ts';

const chromium = (rest: string) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/158.0.0.0 ${rest}`;

describe('a user agent string tells the major version only', () => {
  test.each([
    ['Chrome', chromium('Safari/537.36'), { name: 'chrome', version: '158', engineMajor: 158 }],
    ['Edge', chromium('Safari/537.36 Edg/157.0.0.0'), { name: 'edge', version: '157', engineMajor: 158 }],
    ['Opera', chromium('Safari/537.36 OPR/140.0.0.0'), { name: 'opera', version: '140', engineMajor: 158 }],
    ['Vivaldi', chromium('Safari/537.36 Vivaldi/7.9'), { name: 'vivaldi', version: '7', engineMajor: 158 }],
    [
      'Firefox',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:161.0) Gecko/20100101 Firefox/161.0',
      { name: 'firefox', version: '161' },
    ],
    [
      'one with a name of its own',
      chromium('YaBrowser/26.10.0 Safari/537.36'),
      { name: 'other', version: '26', engineMajor: 158 },
    ],
    ['nothing', '', undefined],
    ['nonsense', 'curl', undefined],
  ])('%s', (_, userAgent, browser) => {
    expect(browserOfUserAgent(userAgent)).toEqual(browser);
  });
});

describe('the source', () => {
  const observed = async () => (await browserVersion.observe(NOW)).signals;

  test('says the whole version where the browser tells it', async () => {
    runIn({ userAgentData: { fullVersionList: brands('Google Chrome', 158) } });
    expect(await observed()).toEqual([
      {
        fact: 'browserVersion',
        value: { name: 'chrome', version: '158.0.7499.40', engineMajor: 158 },
        source: 'browser',
        observedAt: NOW,
      },
    ]);
  });

  test('falls back to the user agent string where it does not', async () => {
    runIn({ userAgentData: null, userAgent: chromium('Safari/537.36') });
    expect(await observed()).toMatchObject([{ value: { name: 'chrome', version: '158' } }]);
  });

  test('says that it cannot know where there is not even that', async () => {
    runIn({ userAgentData: null });
    expect(await browserVersion.observe(NOW)).toEqual({
      signals: [],
      gaps: [{ fact: 'browserVersion', source: 'browser', reason: 'browser-cannot-know' }],
    });
  });
});
