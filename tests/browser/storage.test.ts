import { fakeBrowser } from '@webext-core/fake-browser';
import * as v from 'valibot';
import { beforeEach, expect, test, vi } from 'vitest';
import { item } from '../../src/browser/storage.ts';

const answer = item('answer', v.object({ number: v.number() }));

beforeEach(() => fakeBrowser.reset());

test('what was set is read again, and is gone once it is cleared', async () => {
  expect(await answer.get()).toBeUndefined();
  await answer.set({ number: 42 });
  expect(await answer.get()).toEqual({ number: 42 });
  expect(await fakeBrowser.storage.local.get()).toEqual({ answer: { version: 1, value: { number: 42 } } });
  await answer.clear();
  expect(await answer.get()).toBeUndefined();
});

test.each([
  ['of another version', { version: 2, value: { number: 42 } }],
  ['of another shape', { version: 1, value: { number: '42' } }],
  ['without a version', { number: 42 }],
  ['that is text', 'broken'],
  ['that is null', null],
])('a document %s reads as none, and can be replaced', async (_, content) => {
  await fakeBrowser.storage.local.set({ answer: content });
  expect(await answer.get()).toBeUndefined();
  await answer.set({ number: 1 });
  expect(await answer.get()).toEqual({ number: 1 });
});

test('a listener hears of every change of its own document until it stops', async () => {
  const heard = vi.fn();
  const stop = answer.onChange(heard);
  await answer.set({ number: 1 });
  await fakeBrowser.storage.local.set({ another: { version: 1, value: { number: 2 } } });
  await fakeBrowser.storage.session.set({ answer: { version: 1, value: { number: 3 } } });
  await fakeBrowser.storage.local.set({ answer: 'broken' });
  await answer.clear();
  stop();
  await answer.set({ number: 4 });
  expect(heard.mock.calls).toEqual([[{ number: 1 }], [undefined], [undefined]]);
});
