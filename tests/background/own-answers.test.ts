import { beforeEach, expect, test } from 'vitest';
import { send } from '../../src/browser/send.ts';
import { storedOwnAnswers } from '../../src/browser/stored.ts';
import { daysAgo, NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';
import { setClock, startWorker } from '../support/worker.ts';

const firewall = { device: 'this-computer', practice: 'firewall' };
const screenLock = { device: 'this-computer', practice: 'screen-lock' };

beforeEach(async () => {
  runIn();
  setClock(NOW);
  await startWorker();
});

test('the worker keeps what the person said, with its date, and the last word on each', async () => {
  await send('answer', { ...firewall, isSo: true });
  await send('answer', { ...screenLock, isSo: true });
  await send('answer', { ...firewall, isSo: false });
  expect(await storedOwnAnswers.get()).toEqual([
    { ...screenLock, isSo: true, answeredAt: NOW },
    { ...firewall, isSo: false, answeredAt: NOW },
  ]);
});

test('it forgets what is taken back, and no more', async () => {
  await send('answer', { ...firewall, isSo: true });
  await send('answer', { ...screenLock, isSo: true });
  await send('unanswer', firewall);
  expect(await storedOwnAnswers.get()).toEqual([{ ...screenLock, isSo: true, answeredAt: NOW }]);
});

test('an answer of 90 days ago goes with the next change', async () => {
  await storedOwnAnswers.set([{ ...firewall, isSo: true, answeredAt: daysAgo(90) }]);
  await send('answer', { ...screenLock, isSo: true });
  expect(await storedOwnAnswers.get()).toEqual([{ ...screenLock, isSo: true, answeredAt: NOW }]);
});

test('an answer needs to say which it is', async () => {
  // As from a page of an older version.
  await expect(send('answer', firewall as never)).rejects.toThrow('answer');
  expect(await storedOwnAnswers.get()).toBeUndefined();
});
