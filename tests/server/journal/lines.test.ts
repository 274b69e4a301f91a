import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { collectLines } from '../../../server/journal/lines.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What has arrived, in as many pieces as it was written. */
function collecting() {
  const written: string[] = [];
  const lines = collectLines({ write: (text) => written.push(text), flushSync: () => written.push('<flushed>') });
  return { lines, written };
}

test('lines are written together, in their order, a fifth of a second after the first', () => {
  const { lines, written } = collecting();
  lines.write('one\n');
  vi.advanceTimersByTime(150);
  lines.write('two\n');
  expect(written).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(written).toEqual(['one\ntwo\n']);
  lines.write('three\n');
  vi.advanceTimersByTime(200);
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
});

test('many lines do not wait', () => {
  const { lines, written } = collecting();
  for (let line = 0; line < 1000; line += 1) lines.write(`line ${line} of a thousand\n`);
  expect(written.length).toBeGreaterThan(1);
  lines.flushSync();
  const text = written.slice(0, -1).join('');
  expect(text.split('\n')).toHaveLength(1001);
  expect(text.startsWith('line 0 of a thousand\nline 1 of')).toBe(true);
});

test('what waits is written before the end, and nothing twice', () => {
  const { lines, written } = collecting();
  lines.write('last words\n');
  lines.flushSync();
  expect(written).toEqual(['last words\n', '<flushed>']);
  vi.advanceTimersByTime(1000);
  expect(written).toHaveLength(2);
});
