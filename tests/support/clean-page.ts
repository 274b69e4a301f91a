import { cleanup } from '@testing-library/preact';
import { afterAll, afterEach, vi } from 'vitest';

/** Leaves the page behind as it was found: the next file of tests is run in the same one. */
afterEach(cleanup);

afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.title = '';
  document.documentElement.removeAttribute('style');
});
