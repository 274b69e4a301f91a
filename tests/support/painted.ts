import type { Page } from 'puppeteer';
import { samplePeople } from '../../server/sample/index.ts';
import { epochMs, instant } from '../../src/posture/instant.ts';
import { nothingManaged } from '../../src/posture/managed-copy.ts';
import { type Chromium, type ChromiumOptions, launchChromium } from './chromium.ts';
import { assessmentWhere, useEndpoint } from './extension.ts';
import { serveGateway } from './gateway.ts';
import { type PageState, statesAlone, statesWithCompany } from './page-states.ts';
import { NOW } from './posture.ts';
import { serveSamplePeople } from './sample-gateway.ts';

/** A browser whose pages show the state that a test asks for, and a company that answers when the test lets it. */
export interface Painted {
  readonly chromium: Chromium;
  /** Has every page show the state of this name. */
  show(name: string): Promise<void>;
  /** Keeps the company from answering until what this gives is called. */
  hold(): () => void;
  close(): Promise<void>;
}

/** The names of all states: without a company, the sample people, and what else can happen. */
export const stateNames: readonly string[] = [
  ...Object.keys(statesAlone),
  ...samplePeople.map(({ id }) => id),
  ...Object.keys(statesWithCompany),
];

export async function launchPainted(options: ChromiumOptions = {}): Promise<Painted> {
  const people = await serveSamplePeople();
  let held = Promise.resolve();
  const company = await serveGateway(async (request) => {
    await held;
    return fetch(new URL(new URL(request.url).pathname.replace(/^\/\d+/, ''), people.origin));
  });
  const chromium = await launchChromium(options);
  await assessmentWhere(chromium, ({ connection }) => connection.endpoint === null);
  const writer = await chromium.page('src/options/index.html');
  let endpoint: string | null = null;
  let connections = 0;
  const connect = async (person: string) => {
    // An address that has been chosen already would not be asked anew.
    connections += 1;
    endpoint = `${company.origin}/${connections}/sample/${person}`;
    await useEndpoint(chromium, endpoint);
  };
  return {
    chromium,
    show: async (name) => {
      const state = statesAlone[name] ?? statesWithCompany[name];
      if (state === undefined) return connect(name);
      // What the browser checks by itself would take the place of a state of another endpoint.
      if (name in statesAlone && endpoint !== null) throw new Error(`${name} comes before there is a company`);
      if (name in statesWithCompany && endpoint === null) await connect('mixed');
      await store(writer, state, endpoint);
    },
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    close: async () => {
      await chromium.close();
      await Promise.all([company.close(), people.close()]);
    },
  };
}

/** Stores a state as if it had been found a moment ago. */
async function store(writer: Page, { assessment, claims = [], ownAnswers = [] }: PageState, endpoint: string | null) {
  const connection = { ...assessment.connection, endpoint };
  const managed = nothingManaged;
  const documents = Object.entries({ assessment: { ...assessment, connection }, claims, ownAnswers, managed });
  const stored = Object.fromEntries(documents.map(([key, value]) => [key, { version: 1, value: ofToday(value) }]));
  await writer.evaluate(`chrome.storage.local.set(${JSON.stringify(stored)})`);
}

/** Every instant of a document moved by as much as the tests' own day lies behind. */
const ofToday = (document: unknown): unknown =>
  JSON.parse(JSON.stringify(document), (_, value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*Z$/.test(value)
      ? instant(epochMs(value) + Date.now() - epochMs(NOW))
      : value,
  );
