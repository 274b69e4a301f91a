import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { practices } from '../../src/practices/index.ts';
import { browsers } from '../support/browsers.ts';
import { chooseDevice, type Installed, overallOf, shownFindings, textOf, useEndpoint } from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

describe.each(browsers)('in %s', (_, launch) => {
  let gateway: ServedGateway;
  let installed: Installed;

  beforeAll(async () => {
    gateway = await serveSamplePeople();
    installed = await launch();
  });

  afterAll(async () => {
    await installed?.close();
    await gateway?.close();
  });

  const show = async (persona: string) => {
    const assessment = await useEndpoint(installed, `${gateway.origin}/sample/${persona}`);
    const popup = await installed.popup();
    await popup.waitForSelector('[data-overall]');
    return { assessment, popup };
  };

  const ratingsOf = async (...[popup]: Parameters<typeof shownFindings>) =>
    Object.fromEntries((await shownFindings(popup)).map(({ practice, rating }) => [practice, rating]));

  /** What the company's tools tell. What a browser says of itself depends on the browser that runs the test. */
  const companyPractices = new Set(practices.filter(({ scope }) => scope === 'device').map(({ id }) => id));

  describe('the sample people in the real popup', () => {
    test('green: everything of the company is ok, and each ok names its source and its age', async () => {
      const { popup } = await show('green');
      expect(await overallOf(popup)).toBe('ok');
      expect(await installed.badge()).toBe('');
      expect(await textOf(popup, 'h1')).toBe('Nothing to fix');
      for (const device of ['This computer', 'iPhone']) {
        await chooseDevice(popup, device);
        const findings = await shownFindings(popup);
        const ofCompany = findings.filter(({ practice }) => companyPractices.has(practice));
        expect(ofCompany.length).toBeGreaterThanOrEqual(5);
        expect(new Set(ofCompany.map(({ rating }) => rating))).toEqual(new Set(['ok']));
        for (const { text } of findings.filter(({ rating }) => rating === 'ok')) {
          expect(text).toMatch(/(Jamf Pro|Microsoft Intune|[Tt]his browser).*(ago|now)/);
        }
      }
    });

    test('mixed: one thing matters much, one a little, one cannot be checked', async () => {
      const { popup } = await show('mixed');
      expect(await overallOf(popup)).toBe('warn');
      expect(await installed.badge()).toBe('1');
      expect(await ratingsOf(popup)).toMatchObject({ 'disk-encryption': 'warn', firewall: 'unknown' });

      const findings = await shownFindings(popup);
      expect(findings.find(({ practice }) => practice === 'disk-encryption')?.text).toContain('Jamf Pro');
      const firewall = findings.find(({ practice }) => practice === 'firewall');
      expect(firewall).toMatchObject({ reason: 'source-failed' });
      expect(firewall?.text).toContain('Intune');

      await chooseDevice(popup, 'Pixel');
      expect(await ratingsOf(popup)).toMatchObject({ 'os-supported': 'ok', 'os-patched': 'nudge' });
      await chooseDevice(popup, 'iPhone');
      expect(new Set(Object.values(await ratingsOf(popup)))).toEqual(new Set(['ok']));
    });

    test('phones: the headline speaks of the phones although the computer is clean', async () => {
      const { popup } = await show('phones');
      expect(await overallOf(popup)).toBe('warn');
      expect(await installed.badge()).toBe('2');
      expect(await textOf(popup, 'h1')).toBe('2 things to fix, on 2 devices');
      await chooseDevice(popup, 'iPhone');
      expect(await ratingsOf(popup)).toMatchObject({ 'device-integrity': 'warn' });
    });

    test('source-down: the devices stay as last known, and the source is named', async () => {
      const { popup } = await show('source-down');
      expect(await overallOf(popup)).toBe('warn');
      expect(await installed.badge()).toBe('1');
      expect(await popup.$('[data-source=intune][data-status=failed]')).not.toBeNull();
      await chooseDevice(popup, 'iPhone');
      expect(await textOf(popup, '[data-device]')).toContain('Last known');
    });

    test('conflict: two tools that disagree at the same time are both shown; days apart, the later one decides', async () => {
      const { popup } = await show('conflict');
      expect(await overallOf(popup)).toBe('unknown');
      const findings = await shownFindings(popup);
      const disputed = findings.find(({ reason }) => reason === 'sources-disagree');
      expect(disputed?.text).toMatch(/Jamf Pro/);
      expect(disputed?.text).toMatch(/Intune/);
      const decided = findings.find(({ practice }) => practice === 'firewall');
      expect(decided?.rating).toBe('ok');
      expect(decided?.text).toMatch(/Jamf Pro/);
      expect(decided?.text).toMatch(/said: Firewall is off, 3 days ago/);
    });

    test('critical: three things matter much, and the day set for one of them is shown', async () => {
      const { popup } = await show('critical');
      expect(await overallOf(popup)).toBe('warn');
      expect(await installed.badge()).toBe('3');
      expect(await ratingsOf(popup)).toMatchObject({
        'disk-encryption': 'warn',
        'screen-lock': 'warn',
        'endpoint-protection': 'warn',
      });
      expect(await textOf(popup, '[data-practice=disk-encryption]')).toContain('Please by');
    });

    test('stale: nothing of the company is ok, and each device says how long it was silent', async () => {
      const { assessment, popup } = await show('stale');
      expect(await installed.badge()).toBe('');
      const ofCompany = assessment.devices
        .flatMap(({ findings }) => findings)
        .filter(({ scope, rating }) => scope === 'device' && rating === 'ok');
      // What this browser itself says of its computer is fresh.
      expect(ofCompany.filter(({ decidedBy }) => decidedBy.some(({ source }) => source !== 'browser'))).toEqual([]);
      for (const device of ['This computer', 'Pixel']) {
        await chooseDevice(popup, device);
        expect(await ratingsOf(popup)).toMatchObject({ 'disk-encryption': 'unknown', 'check-in': 'nudge' });
      }
    });

    test('empty: no device is listed, and the company can be asked', async () => {
      const { popup } = await show('empty');
      expect(await installed.badge()).toBe('');
      const text = await textOf(popup, 'body');
      expect(text).toMatch(/list no device for you/);
      expect(text).toContain('Acme IT');
    });

    test('many: forty devices, and more to fix than the badge can count', async () => {
      const { assessment, popup } = await show('many');
      expect(await overallOf(popup)).toBe('warn');
      expect(await installed.badge()).toBe('9+');
      expect(assessment.devices).toHaveLength(40);
      expect(await textOf(popup, 'h1')).toMatch(/^\d+ things to fix, on \d+ devices$/);
    });
  });
});
