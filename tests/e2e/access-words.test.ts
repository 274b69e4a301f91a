import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heard } from '../support/heard.ts';
import { launchPainted, type Painted, stateNames } from '../support/painted.ts';
import { eachTab, unfold } from '../support/unfold.ts';

let painted: Painted;

beforeAll(async () => {
  painted = await launchPainted();
});

afterAll(async () => painted?.close());

const open = async (path = 'src/popup/index.html'): Promise<Page> => {
  const page = await painted.chromium.page(path);
  await page.waitForSelector('h1');
  return page;
};

const STEPS = 'src/popup/steps.html?device=d_mac&practice=disk-encryption';

describe('what a screen reader tells, in this order', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'no company',
      'src/popup/index.html',
      [
        'banner:',
        'button: Check again',
        'button: Settings',
        'main:',
        'heading: This browser looks fine. 5 things worth checking yourself (level 1)',
        'heading: 5 things worth checking yourself (level 2)',
        'heading: Disk encryption is on? (level 3)',
        'button: Where to look: Disk encryption is on',
        'button: Yes: Disk encryption is on',
        'button: No: Disk encryption is on',
        'contentinfo:',
        'button: Connect your company',
        'status:',
      ],
    ],
    [
      'green',
      'src/popup/index.html',
      [
        'StaticText: Acme security check',
        'heading: Nothing to fix (level 1)',
        'StaticText: Checked on 2 devices, now',
        'tab: Done This computer (selected)',
        'tab: Done iPhone 17',
        'DisclosureTriangle: 10 checks done Disk encryption, Screen lock and 8 more (collapsed)',
        'heading: 10 checks done (level 2)',
        'DisclosureTriangle: Where this comes from (collapsed)',
        'link: What Acme can see',
      ],
    ],
    [
      'something to do on three devices',
      'src/popup/index.html',
      [
        'heading: 3 things to fix, on 2 devices (level 1)',
        'StaticText: You have 5 minutes? Turn on disk encryption first.',
        'tablist: Your devices',
        'tab: 2 Highly recommended This computer (selected)',
        'tab: 1 Suggested Pixel 9',
        'tab: Done iPhone 17',
        'StaticText: Intune did not answer. Some devices may be missing',
        'heading: Highly recommended (level 2)',
        'DisclosureTriangle: Turn on disk encryption FileVault is off (expanded)',
        'heading: Turn on disk encryption (level 3)',
        'StaticText: Reported by Jamf Pro, 3 hours ago',
        'button: Show me how: Disk encryption',
        'button: I’ve done this: Disk encryption',
        'heading: This browser (level 2)',
        'DisclosureTriangle: Update Chrome Suggested 34 days behind: version 155, newest 158 (collapsed)',
        'heading: Update Chrome (level 3)',
      ],
    ],
    [
      'something to do on three devices',
      STEPS,
      [
        'main:',
        'StaticText: This computer',
        'heading: Turn on disk encryption (level 1)',
        'StaticText: FileVault is off',
        'StaticText: Reported by Jamf Pro, 3 hours ago',
        'heading: Before you start (level 2)',
        'heading: How to do it (level 2)',
        'heading: How to see that it is done (level 2)',
        'button: I’ve done this: Disk encryption',
        'button: Check again',
        'link: Ask IT',
      ],
    ],
    [
      'endpoint failing',
      'src/options/index.html',
      [
        'heading: Settings (level 1)',
        'heading: Your company (level 2)',
        'textbox: Address of your company’s gateway',
        'button: Save',
        'button: Test connection',
        'button: Disconnect',
        'heading: What leaves this browser (level 2)',
        'heading: This browser (level 2)',
        'StaticText: Suggested',
        'StaticText: Update Chrome',
      ],
    ],
  ])('%s: %s', async (state, path, expected) => {
    await painted.show(state);
    const page = await open(path);
    const lines = (await heard(page)).map((line) => line.trim());
    expect(lines.filter((line) => expected.includes(line))).toEqual(expected);
    await page.close();
  });
});

describe('in every state of the popup', () => {
  test.each(stateNames.filter((name) => !name.startsWith('no company')))(
    '%s: every control has a name of its own, drawings are silent, and no level of headings is left out',
    async (name) => {
      await painted.show(name);
      const page = await open();
      await eachTab(page, async () => {
        await unfold(page);
        const lines = await heard(page);
        const controls = lines.filter((line) => /^(button|link|textbox|tab|DisclosureTriangle):/.test(line));
        expect(controls.filter((line) => /^\w+: *(\(|$)/.test(line))).toEqual([]);
        expect(controls.filter((line, i) => controls.indexOf(line) !== i)).toEqual([]);
        expect(lines.filter((line) => /^ima?ge?:/.test(line))).toEqual([]);
        const levels = lines.flatMap((line) => /^heading: .*level (\d)/.exec(line)?.[1] ?? []).map(Number);
        expect(levels[0]).toBe(1);
        expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
      });
      await page.close();
    },
  );
});
