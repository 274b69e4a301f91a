import { launchChromium } from './chromium.ts';
import type { Launch } from './extension.ts';
import { launchFirefox } from './firefox.ts';

/** Every browser that a walk is made in, for `describe.each`. */
export const browsers: readonly (readonly [string, Launch])[] = [
  ['Chromium', launchChromium],
  ['Firefox', launchFirefox],
];
