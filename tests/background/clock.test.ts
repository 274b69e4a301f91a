import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { now } from '../../src/browser/clock.ts';
import { send } from '../../src/browser/send.ts';
import { storedAssessment, storedClaims } from '../../src/browser/stored.ts';
import { storedAnswers } from '../../src/browser/stored-answers.ts';
import { DAY, elapsed, HOUR, later, MINUTE } from '../../src/posture/instant.ts';
import { type CompanyServer, json, serveCompany, status } from '../support/company.ts';
import { anOrganizationAnswer, aPostureAnswer } from '../support/endpoint-answers.ts';
import { aDevice, NOW, said } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { assessedNow, deviceNamed, ratingsOf, ring, setClock, startWorker } from '../support/worker.ts';

const aMac = aDevice({ signals: [said('diskEncryption', 'off'), said('firewall', 'on')] });
const badge = () => fakeBrowser.action.getBadgeText({});

let company: CompanyServer;

/** The company's clock is right; this computer's differs by so much. */
const connectWithClock = async (differsByMs: number) => {
  setClock(later(NOW, differsByMs));
  company.aheadMs = -differsByMs;
  await startWorker();
  await send('set-endpoint', company.origin);
  return assessedNow();
};

/** A `Date` is written in whole seconds. */
const isAbout = (wanted: string) => expect.toSatisfy((at: string) => Math.abs(elapsed(wanted, at)) <= 2000);

beforeEach(async () => {
  runIn();
  setClock(NOW);
  company = await serveCompany([aMac]);
});

afterEach(async () => {
  vi.useRealTimers();
  await company.close();
});

describe.each([
  ['a year back', -365 * DAY],
  ['a day ahead', DAY],
  ['eleven minutes back', -11 * MINUTE],
])('a clock that is %s', (_, differsByMs) => {
  test('is put right by the company’s, for its devices and for this browser', async () => {
    const assessment = await connectWithClock(differsByMs);
    expect(assessment).toMatchObject({ assessedAt: isAbout(NOW), connection: { answeredAt: isAbout(NOW) } });
    expect(now(assessment)).toEqual(isAbout(NOW));
    expect(ratingsOf(deviceNamed(assessment, 'Test Mac')?.findings)).toMatchObject({
      'disk-encryption': 'warn',
      firewall: 'ok',
    });
    const own = ratingsOf(deviceNamed(assessment, '')?.findings);
    expect(own).toMatchObject({ 'browser-version': 'ok', 'os-supported': 'ok', 'toolbar-check': 'ok' });
    expect(await badge()).toBe('1');
  });

  test('stays right while the company does not answer, and in a worker that starts again', async () => {
    await connectWithClock(differsByMs);
    company.posture = status(500);
    const later8Days = later(NOW, 8 * DAY);
    setClock(later(later8Days, differsByMs));
    await startWorker();
    const assessment = await assessedNow();
    expect(assessment).toMatchObject({ assessedAt: isAbout(later8Days), connection: { problem: 'server-error' } });
    expect(ratingsOf(deviceNamed(assessment, 'Test Mac')?.findings)).toMatchObject({ firewall: 'stale' });
    await ring('repaint');
    await vi.waitFor(async () => expect(await badge()).toBe(''));
  });

  test('that was set right meanwhile is believed again with the next answer', async () => {
    await connectWithClock(differsByMs);
    setClock(NOW);
    company.aheadMs = 0;
    const assessment = await assessedNow();
    expect(assessment.connection).not.toHaveProperty('clockOffsetMs');
    expect(assessment.assessedAt).toBe(NOW);
    expect(await storedAnswers.get()).not.toHaveProperty('clockOffsetMs');
    expect(ratingsOf(deviceNamed(assessment, 'Test Mac')?.findings)).toMatchObject({ firewall: 'ok' });
  });

  test('dates what the person says by the right one', async () => {
    await connectWithClock(differsByMs);
    await send('claim', { device: 'd_1', practice: 'disk-encryption' });
    expect(await storedClaims.get()).toMatchObject([{ claimedAt: isAbout(NOW) }]);
    expect(await badge()).toBe('');
  });
});

describe('the clocks agree', () => {
  test.each([
    ['nine minutes back', -9 * MINUTE],
    ['nine minutes ahead', 9 * MINUTE],
  ])('where this computer’s is %s', async (_, differsByMs) => {
    const assessment = await connectWithClock(differsByMs);
    expect(assessment.connection).not.toHaveProperty('clockOffsetMs');
    expect(assessment.assessedAt).toBe(later(NOW, differsByMs));
  });

  test('as far as anybody knows where only the organisation’s answer, which may come from a cache, has another time', async () => {
    const document = anOrganizationAnswer();
    company.organization = json(document, { date: new Date(Date.parse(NOW) - HOUR).toUTCString() });
    expect((await connectWithClock(0)).connection).not.toHaveProperty('clockOffsetMs');
  });
});

test('an answer that cannot be used does not move the clock', async () => {
  await connectWithClock(0);
  company.aheadMs = 365 * DAY;
  company.posture = json({ version: 1, sign: 'in' });
  expect((await assessedNow()).connection).toMatchObject({ problem: 'unreadable' });
  expect((await storedAssessment.get())?.connection).not.toHaveProperty('clockOffsetMs');
});

test('an answer that nothing has changed moves the clock', async () => {
  await connectWithClock(0);
  company.aheadMs = DAY;
  company.posture = (response) => response.writeHead(304).end();
  expect((await assessedNow()).assessedAt).toEqual(isAbout(later(NOW, DAY)));
});

test('another company’s clock is its own', async () => {
  await connectWithClock(DAY);
  const other = await serveCompany([aMac]);
  other.posture = json(aPostureAnswer({ devices: [aMac] }), { date: 'no date' });
  await send('set-endpoint', other.origin);
  expect((await assessedNow()).connection).not.toHaveProperty('clockOffsetMs');
  await other.close();
});
