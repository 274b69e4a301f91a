import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectsAfterPaint } from '../../src/popup/after-paint.ts';

let frames: (() => void)[];
const paint = () => frames.splice(0).forEach((callback) => void callback());

beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  effectsAfterPaint();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function begun() {
  const effect = vi.fn();
  function Page() {
    useEffect(effect, []);
    return <p>Here</p>;
  }
  render(<Page />, document.body.appendChild(document.createElement('div')));
  return effect;
}

test('what a page asks for waits until its first frame is painted, however long that takes', () => {
  const effect = begun();
  vi.advanceTimersByTime(500);
  paint();
  expect(effect).not.toHaveBeenCalled();
  paint();
  expect(effect).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5000);
  expect(effect).toHaveBeenCalledTimes(1);
});

test('a page that is not painted, in a tab behind others, asks all the same', () => {
  const effect = begun();
  vi.advanceTimersByTime(1000);
  expect(effect).toHaveBeenCalledTimes(1);
});
