import { afterAll, beforeAll, expect } from 'vitest';
import type { Assessment } from '../../src/posture/finding.ts';
import { instant } from '../../src/posture/instant.ts';
import { launchChromium } from './chromium.ts';
import { aFullOrganizationAnswer, aFullPostureAnswer } from './endpoint-answers.ts';
import { launchFirefox } from './firefox.ts';
import { type HttpServer, serve } from './http-server.ts';
import { connect, type Person, type Shown } from './lied-to.ts';
import { type Answer, body } from './lies.ts';
import { type LyingEndpoint, serveLies, strayRequests } from './lying-endpoint.ts';

export const now = instant(Date.now());
export const organization = aFullOrganizationAnswer(now);
export const posture = aFullPostureAnswer(now);
export const json = (document: unknown): Answer => body(JSON.stringify(document));
export const truth = { organization: json(organization), posture: json(posture) };

interface Confronted {
  readonly person: Person;
  readonly endpoint: LyingEndpoint;
}

/** What both browsers are asked to see of a lie. */
export interface Seen {
  readonly assessment: Assessment;
  readonly shown: Shown;
  readonly before: { readonly assessment: Assessment; readonly shown: Shown };
}

/** Another origin, which nothing may reach. */
export let elsewhere: HttpServer;
const confronted: Confronted[] = [];

/** Starts both browsers, each connected to an endpoint of its own that still tells the truth. */
export function confrontBothBrowsers(): void {
  beforeAll(async () => {
    elsewhere = await serve((_, response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('{}'));
    const browsers = [
      ['Chromium', launchChromium],
      ['Firefox', launchFirefox],
    ] as const;
    await Promise.all(
      browsers.map(async ([browser, launch]) => {
        const installed = await launch();
        const endpoint = Object.assign(await serveLies(), truth);
        confronted.push({ person: await connect(browser, installed, endpoint), endpoint });
      }),
    );
  });

  afterAll(async () => {
    await Promise.all(confronted.map(({ person }) => person.installed.close()));
    await Promise.all(confronted.map(({ endpoint }) => endpoint.close()));
    await elsewhere?.close();
  });
}

export const ratingsOf = ({ devices }: Assessment) =>
  devices.map(({ id, findings }) => [
    id,
    ...findings.map(({ practice, rating, reason }) => [practice, rating, reason]),
  ]);

export const withoutAges = ({ findings, footer: _, ...rest }: Shown) => ({
  ...rest,
  findings: findings.map(({ practice, rating, reason }) => [practice, rating, reason]),
});

/** While somebody reads, what went and came back stands at the end. */
const inAnyOrder = (shown: Shown) => ({
  ...withoutAges(shown),
  findings: withoutAges(shown).findings.map(String).toSorted(),
});

export const logosOf = ({ active }: Shown) => active.filter((element) => element.startsWith('img '));
const isLogo = (element: string) => /^img data:image\/(?:png|svg\+xml);base64,/.test(element);

/** Whatever an endpoint says: nothing that it wrote became a part of the page, and nothing was loaded or opened. */
function expectHarmless(shown: Shown, good: Shown): void {
  const { url, title, pages, headlines } = shown;
  expect({ url, title, pages, headlines }).toEqual({
    url: good.url,
    title: good.title,
    pages: good.pages,
    headlines: 1,
  });
  expect(shown.active.filter((element) => !isLogo(element))).toEqual(good.active.filter((element) => !isLogo(element)));
  expect(logosOf(shown).length).toBeLessThanOrEqual(1);
  for (const link of shown.links) expect(link).toMatch(/^(?:https:\/\/|mailto:)\S+$/);
}

export interface Lie {
  readonly lie: Partial<typeof truth>;
  readonly see: (seen: Seen) => void;
}

/** Of each browser what the truth last came to, which the next lie begins with; nothing after a lie that did harm. */
const healthy = new Map<Person, Seen['before']>();

async function heal(person: Person, endpoint: LyingEndpoint): Promise<Seen['before']> {
  Object.assign(endpoint, truth);
  const assessment = await person.check();
  const shown = await person.look();
  expect(assessment.connection.problem).toBeNull();
  expect(shown.overall).toBe('warn');
  return { assessment, shown };
}

/** The truth, then the lies, then the truth again, in both browsers at once. */
export async function confront(lies: readonly Lie[]): Promise<void> {
  await Promise.all(
    confronted.map(async ({ person, endpoint }) => {
      const before = healthy.get(person) ?? (await heal(person, endpoint));
      healthy.delete(person);
      for (const { lie, see } of lies) {
        Object.assign(endpoint, truth, lie);
        const assessment = await person.check();
        const shown = await person.look();
        expectHarmless(shown, before.shown);
        see({ assessment, shown, before });
      }

      const after = await heal(person, endpoint);
      expect(ratingsOf(after.assessment)).toEqual(ratingsOf(before.assessment));
      expect(inAnyOrder(after.shown)).toEqual(inAnyOrder(before.shown));
      expect(await person.exceptions.take(), person.browser).toEqual([]);
      expect(strayRequests(endpoint)).toEqual([]);
      expect(elsewhere.requests.map(({ url }) => url)).toEqual([]);
      healthy.set(person, after);
    }),
  );
}
