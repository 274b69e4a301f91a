import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { assessmentWhere, textOf } from '../support/extension.ts';
import { focused, walk } from '../support/focus.ts';
import { launchPainted, type Painted } from '../support/painted.ts';
import { unfold } from '../support/unfold.ts';

let painted: Painted;
let page: Page;

beforeAll(async () => {
  painted = await launchPainted();
});

afterAll(async () => painted?.close());

const show = async (state: string, path = 'src/popup/index.html') => {
  await painted.show(state);
  page = await painted.chromium.page(path);
  await page.setViewport({ width: 384, height: 600 });
  await page.waitForSelector('h1');
  await page.waitForFunction(() => document.querySelector('[aria-disabled=true]') === null);
};

afterEach(async () => page?.close());

/** What is reached by pressing Tab, and all that can be pressed; a row of tabs is one stop. */
const reached = async () => {
  const stops = await walk(page);
  const pressable = await page.$$eval(
    'a[href], button, summary, input',
    (elements) => elements.filter((element) => element.checkVisibility() && element.tabIndex >= 0).length,
  );
  return { stops, pressable };
};

const press = (key: Parameters<Page['keyboard']['press']>[0]) => page.keyboard.press(key);
const nameOfFocus = async () => (await focused(page))?.name;

const expectGoodWalk = async () => {
  const { stops, pressable } = await reached();
  expect(stops).toHaveLength(pressable);
  expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
  expect(stops.filter(({ isInSight }) => !isInSight)).toEqual([]);
  return stops.map(({ name }) => name);
};

describe('before there is a company', () => {
  test('an answer and taking it back leave the keyboard at the question', async () => {
    await show('no company');
    const firewall = '[data-group=yourself] [data-practice=firewall]';
    await page.focus(`${firewall} [data-control=answer-yes]`);
    await press('Enter');
    await page.waitForSelector(`${firewall} [data-own-answer=yes]`);
    expect(await nameOfFocus()).toBe('Where to look: The firewall is on');
    await page.focus(`${firewall} [data-control=unanswer]`);
    await press('Space');
    await page.waitForFunction((row) => document.querySelector(`${row} [data-own-answer]`) === null, {}, firewall);
    expect(await nameOfFocus()).toBe('Where to look: The firewall is on');
  });

  test('the walk goes from the head through the questions to the foot', async () => {
    await show('no company');
    const stops = await expectGoodWalk();
    expect(stops.slice(0, 2)).toEqual(['Check again', 'Settings']);
    expect(stops.at(-1)).toBe('Connect your company');
  });
});

describe('the popup', () => {
  test.each(['mixed', 'critical', 'source-down', 'many', 'endpoint down', 'long names'])(
    '%s: everything is reached in order, marked and in sight, folded and unfolded',
    async (state) => {
      await show(state);
      const stops = await expectGoodWalk();
      expect(stops.slice(0, 2)).toEqual(['Check again', 'Settings']);
      expect(stops.at(-1)).toMatch(/can see$|^Where this comes from$/);
      await unfold(page);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      expect((await expectGoodWalk()).length).toBeGreaterThan(stops.length - 1);
    },
  );

  test('backwards, nothing hides behind the chosen device of a long list', async () => {
    await show('many');
    await page.$eval('[role=tab]', (tab) => (tab as HTMLElement).click());
    await unfold(page);
    await page.focus('.footer a');
    for (;;) {
      await page.keyboard.down('Shift');
      await press('Tab');
      await page.keyboard.up('Shift');
      const stop = await focused(page);
      if (stop === null || stop.name === 'Settings') break;
      expect([stop.name, stop.isInSight]).toEqual([stop.name, true]);
    }
    expect(await nameOfFocus()).toBe('Settings');
  });

  test('a row of tabs is one stop, which the arrow keys move', async () => {
    await show('mixed');
    await page.focus('[role=tab][aria-selected=true]');
    await press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-selected'))).toBe('true');
    expect(await nameOfFocus()).not.toContain('This computer');
    await press('ArrowLeft');
    expect(await nameOfFocus()).toContain('This computer');
    expect((await walk(page)).filter(({ name }) => /Pixel|iPhone/.test(name))).toEqual([]);
  });

  test('Enter and Space fold a card and unfold it, Escape leaves it alone, and the keyboard stays', async () => {
    await show('mixed');
    const disk = 'details[data-practice=disk-encryption]';
    const isOpen = () => page.$eval(disk, (card) => (card as HTMLDetailsElement).open);
    await page.focus(`${disk} > summary`);
    for (const [key, after] of [
      ['Enter', false],
      ['Space', true],
      ['Escape', true],
    ] as const) {
      await press(key);
      await page.waitForFunction(
        (card, open) => document.querySelector<HTMLDetailsElement>(card)?.open === open,
        {},
        disk,
        after,
      );
      expect([key, await isOpen(), (await focused(page))?.tag]).toEqual([key, after, 'summary']);
    }
  });

  test('a claim and taking it back leave the keyboard on the finding', async () => {
    await show('mixed');
    const claim = '[data-practice=disk-encryption] [data-control=claim]';
    await page.focus(claim);
    await press('Enter');
    await page.waitForFunction(() => document.body.textContent?.includes('Waiting to be confirmed'));
    expect(await nameOfFocus()).toBe('Not yet: Disk encryption');
    expect((await focused(page))?.isInSight).toBe(true);
    await press('Enter');
    await page.waitForFunction((button) => document.querySelector(button)?.textContent !== 'Not yet', {}, claim);
    expect(await nameOfFocus()).toBe('I’ve done this: Disk encryption');
  });

  test('a check leaves the keyboard on its button, and on a notice that it takes away it goes to the button', async () => {
    await show('endpoint down');
    await page.focus('[data-notice=endpoint-down] a');
    const { assessedAt } = await assessmentWhere(painted.chromium, () => true);
    await page.$eval('[data-control=check]', (button) => (button as HTMLElement).click());
    await assessmentWhere(painted.chromium, (assessment) => assessment.assessedAt !== assessedAt);
    await page.waitForFunction(() => document.querySelector('[data-notice=endpoint-down]') === null);
    expect(await nameOfFocus()).toBe('Check again');
    await press('Enter');
    await page.waitForFunction(() => document.querySelector('[aria-disabled=true]') === null);
    expect(await nameOfFocus()).toBe('Check again');
  });

  test('showing another device takes the keyboard there', async () => {
    await show('something to do on another device');
    await page.focus('[data-control=show]');
    await press('Enter');
    expect(await nameOfFocus()).toContain('iPhone 17');
  });
});

describe('the steps', () => {
  test('everything is reached in order, marked and in sight, in a window of the usual size', async () => {
    await show('something to do on three devices', 'src/popup/steps.html?device=d_mac&practice=disk-encryption');
    await page.setViewport({ width: 400, height: 640 });
    const stops = await expectGoodWalk();
    expect(stops.at(-1)).toBe('Ask IT');
    expect(stops.slice(-3)).toEqual(['I’ve done this: Disk encryption', 'Check again', 'Ask IT']);
  });

  test('a claim leaves the keyboard on its button', async () => {
    await show('something to do on three devices', 'src/popup/steps.html?device=d_mac&practice=disk-encryption');
    await page.focus('[data-control=claim]');
    await press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-control=claim]')?.textContent === 'Not yet');
    expect(await nameOfFocus()).toBe('Not yet: Disk encryption');
  });
});

describe('the settings', () => {
  test('everything is reached in order, marked and in sight; Enter in the address saves it; leaving keeps the keyboard', async () => {
    await show('mixed', 'src/options/index.html');
    await page.waitForSelector('.permissions button');
    const stops = await expectGoodWalk();
    expect(stops.slice(0, 4)).toEqual(['', 'Save', 'Test connection', 'Disconnect']);
    await page.focus('input');
    await press('Enter');
    await page.waitForFunction(() => document.querySelector('#connection-outcome')?.textContent === 'Saved');
    expect((await focused(page))?.tag).toBe('input');
    await page.focus('[data-action=disconnect]');
    await press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-action=disconnect]') === null);
    expect((await focused(page))?.tag).toBe('input');
    expect(await textOf(page, '.state')).toContain('No company is connected');
  });
});
