import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { chooseDevice, overallOf, shownFindings, textOf, useEndpoint } from '../support/extension.ts';
import type { ServedGateway } from '../support/gateway.ts';
import { serveSamplePeople } from '../support/sample-gateway.ts';

let gateway: ServedGateway;
let chromium: Chromium;

beforeAll(async () => {
  gateway = await serveSamplePeople();
  chromium = await launchChromium();
});

afterAll(async () => {
  await chromium?.close();
  await gateway?.close();
});

const show = async (persona: string) => {
  const assessment = await useEndpoint(chromium, `${gateway.origin}/sample/${persona}`);
  const popup = await chromium.popup();
  await popup.waitForSelector('[data-overall]');
  return { assessment, popup };
};

const ratingsOf = async (...[popup]: Parameters<typeof shownFindings>) =>
  Object.fromEntries((await shownFindings(popup)).map(({ practice, rating }) => [practice, rating]));

describe('the sample people in the real popup', () => {
  test('green: everything is ok, and each ok names its source and its age', async () => {
    const { popup } = await show('green');
    expect(await overallOf(popup)).toBe('ok');
    expect(await chromium.badge()).toBe('');
    expect(await textOf(popup, 'h1')).toBe('Nothing to fix');
    for (const device of ['This computer', 'iPhone']) {
      await chooseDevice(popup, device);
      const findings = await shownFindings(popup);
      expect(findings.length).toBeGreaterThanOrEqual(3);
      for (const { practice, rating, text } of findings) {
        expect([practice, rating]).toEqual([practice, 'ok']);
        expect(text).toMatch(/(Jamf Pro|Microsoft Intune|[Tt]his browser).*(ago|now)/);
      }
    }
  });

  test('mixed: one thing matters much, one a little, one cannot be checked', async () => {
    const { popup } = await show('mixed');
    expect(await overallOf(popup)).toBe('warn');
    expect(await chromium.badge()).toBe('1');
    expect(await ratingsOf(popup)).toMatchObject({ 'disk-encryption': 'warn', firewall: 'unknown' });

    const findings = await shownFindings(popup);
    expect(findings.find(({ practice }) => practice === 'disk-encryption')?.text).toContain('Jamf Pro');
    const firewall = findings.find(({ practice }) => practice === 'firewall');
    expect(firewall).toMatchObject({ reason: 'source-failed' });
    expect(firewall?.text).toContain('Intune');

    await chooseDevice(popup, 'Pixel');
    expect(await ratingsOf(popup)).toMatchObject({ 'os-supported': 'nudge' });
    await chooseDevice(popup, 'iPhone');
    expect(new Set(Object.values(await ratingsOf(popup)))).toEqual(new Set(['ok']));
  });

  test('phones: the headline speaks of the phones although the computer is clean', async () => {
    const { popup } = await show('phones');
    expect(await overallOf(popup)).toBe('warn');
    expect(await chromium.badge()).toBe('2');
    expect(await textOf(popup, 'h1')).toBe('2 things to fix, on 2 devices');
    await chooseDevice(popup, 'iPhone');
    expect(await ratingsOf(popup)).toMatchObject({ 'device-integrity': 'warn' });
  });

  test('source-down: the devices stay as last known, and the source is named', async () => {
    const { popup } = await show('source-down');
    expect(await overallOf(popup)).toBe('warn');
    expect(await chromium.badge()).toBe('1');
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
});
