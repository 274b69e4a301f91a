import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY, instant } from '../../src/posture/instant.ts';
import { practices } from '../../src/practices/index.ts';
import { browsers } from '../support/browsers.ts';
import { type Installed, overallOf, shownFindings, textOf, useEndpoint } from '../support/extension.ts';
import { type ServedGateway, serveGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

const companyPractices = new Set(practices.filter(({ scope }) => scope === 'device').map(({ id }) => id));

/** Every instant of a stored document, moved back: the same as a clock that moved on. */
const daysOlder = (stored: unknown, days: number): unknown =>
  JSON.parse(JSON.stringify(stored), (_, value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*Z$/.test(value)
      ? instant(Date.parse(value) - days * DAY)
      : value,
  );

describe.each(browsers)('in %s', (_, launch) => {
  let people: ServedGateway;
  let gateway: ServedGateway;
  let installed: Installed;
  let isSilent = false;

  beforeAll(async () => {
    people = await serveSamplePeople();
    gateway = await serveGateway((request) =>
      isSilent ? new Promise<Response>(() => undefined) : fetch(new URL(new URL(request.url).pathname, people.origin)),
    );
    installed = await launch();
  });

  afterAll(async () => {
    await installed?.close();
    await people?.close();
  });

  test('30 days later, with the worker dead and the company out of reach, no ok rests on old signals', async () => {
    const before = await useEndpoint(installed, `${gateway.origin}/sample/green`);
    expect(
      before.devices.flatMap(({ findings }) => findings).filter(({ rating }) => rating === 'ok').length,
    ).toBeGreaterThan(5);

    const aged = daysOlder(await installed.storage(), 30);
    const options = await installed.page('src/options/index.html');
    await options.evaluate(`chrome.storage.local.set(${JSON.stringify(aged)})`);
    await installed.killWorker();
    // As long as nobody answers, no new assessment hides what the page itself makes of the old one.
    isSilent = true;

    const page = await installed.page('src/popup/index.html');
    await page.waitForSelector('[data-overall]');
    expect(await overallOf(page)).not.toBe('ok');
    const ofCompany = (await shownFindings(page)).filter(({ practice }) => companyPractices.has(practice));
    expect(ofCompany.length).toBeGreaterThan(5);
    for (const { practice, rating, reason } of ofCompany) {
      // That nobody heard from the device is what the calendar tells by itself, once it is looked at anew.
      expect([practice, rating]).toEqual([
        practice,
        practice === 'check-in' && rating === 'nudge' ? 'nudge' : 'unknown',
      ]);
      if (rating === 'unknown') expect(['stale', 'source-failed', 'baseline-outdated']).toContain(reason);
    }
    await gateway.close();
    await page.waitForSelector('[data-notice=endpoint-down]');
    expect(await overallOf(page)).not.toBe('ok');
    expect(await textOf(page, 'body')).toMatch(/has not answered since/);
    expect(await installed.badge()).toBe('');
  });
});
