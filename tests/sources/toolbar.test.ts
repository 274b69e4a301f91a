import { fakeBrowser } from '@webext-core/fake-browser';
import { describe, expect, test } from 'vitest';
import { storedSettings, storedUpdate } from '../../src/browser/stored.ts';
import { storedAnswers } from '../../src/browser/stored-answers.ts';
import { storedStanding } from '../../src/browser/stored-sign-in.ts';
import { readOrganization } from '../../src/posture/read-wire.ts';
import { toolbar } from '../../src/sources/toolbar.ts';
import { anOrganizationAnswer } from '../support/endpoint-answers.ts';
import { daysAgo, NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';

test.each([
  ['admin', true, { installed: 'by-policy', pinned: 'yes' }],
  ['normal', false, { installed: 'by-person', pinned: 'no' }],
  ['development', true, { installed: 'unpacked', pinned: 'yes' }],
  ['sideload', true, { installed: 'other', pinned: 'yes' }],
])('installed as %s, on the toolbar: %s', async (installType, isOnToolbar, value) => {
  runIn({ installType, isOnToolbar });
  expect(await toolbar.observe(NOW)).toEqual({
    signals: [{ fact: 'toolbar', value: { ...value, release: 'current' }, source: 'browser', observedAt: NOW }],
    gaps: [],
  });
});

test('a browser that does not tell whether the icon is pinned', async () => {
  runIn();
  Object.assign(fakeBrowser.action, { getUserSettings: undefined });
  expect((await toolbar.observe(NOW)).signals).toMatchObject([
    { value: { installed: 'by-person', pinned: 'cannot-know' } },
  ]);
});

test('a browser that does not tell how the extension came', async () => {
  runIn();
  const { management } = fakeBrowser;
  Object.assign(fakeBrowser, { management: undefined });
  try {
    expect(await toolbar.observe(NOW)).toEqual({
      signals: [],
      gaps: [{ fact: 'toolbar', source: 'browser', reason: 'browser-cannot-know' }],
    });
  } finally {
    Object.assign(fakeBrowser, { management });
  }
});

const value = async () => (await toolbar.observe(NOW)).signals[0]?.value;

/** The version of this extension is 1.0.0. */
describe('the release', () => {
  test.each([
    ['1.0.1', 'waiting'],
    ['1.0.0', 'current'],
    ['0.9.0', 'current'],
  ])('with %s seen in this session is %s', async (version, release) => {
    runIn();
    await storedUpdate.set(version);
    expect(await value()).toMatchObject({ release });
  });

  test.each([
    ['1.0.1', 'too-old'],
    ['1.0.0', 'waiting'],
    ['0.9', 'waiting'],
    [undefined, 'waiting'],
  ])('where the company asks for %s and a newer one waits is %s', async (minimumExtension, release) => {
    runIn();
    await storedUpdate.set('2.0');
    await connect(ENDPOINT, minimumExtension);
    expect(await value()).toMatchObject({ release });
  });

  test('is no concern of a company that is not asked any more', async () => {
    runIn();
    await connect('https://other.example', '9.0');
    expect(await value()).toMatchObject({ release: 'current', answeredAt: null });
  });
});

describe('the last answer of the company', () => {
  test('is told as it was', async () => {
    runIn();
    await connect(ENDPOINT);
    expect(await value()).toMatchObject({ answeredAt: daysAgo(2) });
  });

  test('is none where it never answered', async () => {
    runIn();
    await storedSettings.set({ endpoint: ENDPOINT });
    expect(await value()).toMatchObject({ answeredAt: null });
  });

  test.each([true, false])('is not spoken of while nobody is signed in there (one came: %s)', async (isOneThere) => {
    runIn();
    if (isOneThere) await connect(ENDPOINT);
    else await storedSettings.set({ endpoint: ENDPOINT });
    const stranger = { hasAgreed: false, isPutOff: false, hasLeft: false, isAnotherPerson: false };
    const signedOut = { reason: 'not-yet', since: NOW } as const;
    await storedStanding.set({ endpoint: ENDPOINT, ...stranger, signedOut });
    expect(await value()).not.toHaveProperty('answeredAt');
    await storedStanding.set({ endpoint: 'https://other.example', ...stranger, signedOut });
    expect(await value()).toHaveProperty('answeredAt');
    await storedStanding.set({ endpoint: ENDPOINT, ...stranger, signedOut: null });
    expect(await value()).toHaveProperty('answeredAt');
  });

  test('is not spoken of without a company', async () => {
    runIn();
    expect(await value()).not.toHaveProperty('answeredAt');
    await storedSettings.set({ endpoint: null });
    expect(await value()).not.toHaveProperty('answeredAt');
  });
});

const ENDPOINT = 'https://checks.acme.example';

/** Chooses the endpoint, and has one answered two days ago. */
async function connect(answering: string, minimumExtension?: string): Promise<void> {
  const read = readOrganization(anOrganizationAnswer({ minimumExtension }));
  if ('problem' in read) throw new Error('The sample cannot be read');
  const organization = { document: read.document, etag: null, maxAgeSeconds: 60, fetchedAt: daysAgo(2) };
  await storedSettings.set({ endpoint: ENDPOINT });
  const at = daysAgo(2);
  await storedAnswers.set({ endpoint: answering, organization, posture: null, askedAt: at, answeredAt: at });
}
