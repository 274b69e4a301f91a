import { describe, expect, test } from 'vitest';
import { browserOfBrands, runningBrowser } from '../../src/browser/running-browser.ts';
import { viewer } from '../../src/browser/viewer.ts';
import { brands, runIn } from '../support/this-browser.ts';

const version = '158.0.7499.40';

describe('the browser among its brands, whatever their order', () => {
  test.each([
    ['Google Chrome', 'chrome'],
    ['Microsoft Edge', 'edge'],
    ['Brave', 'brave'],
    ['Opera', 'opera'],
    ['Opera GX', 'opera'],
    ['Vivaldi', 'vivaldi'],
    ['HeadlessChrome', 'chromium'],
    ['Yandex', 'other'],
    ['constructor', 'other'],
  ])('%s is %s', (brand, name) => {
    const list = brands(brand, 158);
    expect(browserOfBrands(list)).toEqual({ name, version, engineMajor: 158 });
    expect(browserOfBrands(list.toReversed())).toEqual({ name, version, engineMajor: 158 });
  });

  test('Edge has a version of its own, and the Chromium inside it', () => {
    const list = [{ brand: 'Microsoft Edge', version: '157.0.3100.9' }, ...brands('Not A;Brand', 156)];
    expect(browserOfBrands(list)).toEqual({ name: 'edge', version: '157.0.3100.9', engineMajor: 156 });
  });

  test.each([['Not=A?Brand'], ['Not A;Brand'], ['Not_A Brand'], [' Not A;Brand'], ['Not/A)Brand'], ['Not:A-Brand']])(
    'beside the made-up %s, Chromium is just Chromium',
    (brand) => {
      const list = [
        { brand, version: '99.0.0.0' },
        { brand: 'Chromium', version },
      ];
      expect(browserOfBrands(list)).toEqual({ name: 'chromium', version, engineMajor: 158 });
    },
  );

  test.each([[[]], [[{ brand: 'Google Chrome', version }]]])('without Chromium they stand for nothing', (list) => {
    expect(browserOfBrands(list)).toBeUndefined();
  });
});

describe('the running browser', () => {
  test('Firefox says its version itself', async () => {
    runIn({ userAgentData: null, browserInfo: { name: 'Firefox', version: '153.7.0' } });
    expect(await runningBrowser()).toEqual({ name: 'firefox', version: '153.7.0' });
  });

  test('what was made of Firefox is not Firefox', async () => {
    runIn({ userAgentData: null, browserInfo: { name: 'LibreWolf', version: '161.0-1' } });
    expect(await runningBrowser()).toEqual({ name: 'other', version: '161.0-1' });
  });

  test('is not known where nothing tells', async () => {
    runIn({ userAgentData: null });
    expect(await runningBrowser()).toBeUndefined();
  });
});

describe('the viewer', () => {
  test.each([
    ['mac', 'macos'],
    ['win', 'windows'],
    ['linux', 'linux'],
    ['cros', 'chromeos'],
    ['android', 'android'],
    ['openbsd', 'unknown'],
  ])('on %s is on %s', async (os, platform) => {
    runIn({ os });
    expect(await viewer()).toEqual({ platform, browser: 'chrome' });
  });

  test('is somewhere even where the browser tells nothing', async () => {
    runIn({
      userAgentData: {
        get fullVersionList() {
          throw new Error('refused');
        },
      },
    });
    expect(await viewer()).toEqual({ platform: 'macos', browser: 'other' });
  });
});
