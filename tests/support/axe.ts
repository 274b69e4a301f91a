import { AxePuppeteer } from '@axe-core/puppeteer';
import type { CDPSession, Page } from 'puppeteer';

type Feature = { readonly name: string; readonly value: string };

const schemes: Readonly<Record<string, readonly Feature[]>> = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  'forced colours': [{ name: 'forced-colors', value: 'active' }],
};

export type Scheme = 'light' | 'dark' | 'forced colours';

/** Shows a page as a person with this scheme sees it. Puppeteer's own way knows no forced colours. */
export async function useScheme(cdp: CDPSession, scheme: Scheme): Promise<void> {
  await cdp.send('Emulation.setEmulatedMedia', { features: [...(schemes[scheme] ?? [])] });
}

/**
 * Rules that axe leaves out unless asked. The others that it leaves out are deprecated, or ask for WCAG's level AAA: contrast of 7
 * to 1, and no page that goes elsewhere by itself.
 */
const rules = { 'target-size': { enabled: true }, 'identical-links-same-purpose': { enabled: true } };

/** What axe would have a person look at, and why it is right as it is. */
const settled: Readonly<Record<string, string>> = {
  'too short to determine if it is actual text': 'a count of one digit; its colours are those of longer counts',
};

/** What axe finds wrong with a page as it is now, in each of the schemes; and what it cannot decide by itself. */
export async function axeFaults(page: Page, wanted: readonly Scheme[]): Promise<readonly string[]> {
  const cdp = await page.createCDPSession();
  const found: string[] = [];
  for (const scheme of wanted) {
    await useScheme(cdp, scheme);
    // The pages have no frames: axe's own way to join those opens a tab for every run.
    const { violations, incomplete } = await new AxePuppeteer(page).setLegacyMode().options({ rules }).analyze();
    for (const { id, nodes } of [...violations, ...incomplete])
      for (const { target, failureSummary = '' } of nodes)
        if (!Object.keys(settled).some((known) => failureSummary.includes(known)))
          found.push(`${scheme}: ${id}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`);
  }
  await cdp.detach();
  return found;
}
