import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What touches neither an extension API nor a page: nothing is left behind there that another file could trip over. */
const pure = ['tests/{posture,practices,locales,scripts,server}/**/*.test.ts', 'tests/architecture.test.ts'];
const views = ['tests/ui/**/*.test.{ts,tsx}'];
const pages = ['tests/{popup,options}/**/*.test.{ts,tsx}'];
/** A whole day of worker and popup takes half a minute: only `npm test` runs it. */
const days = ['tests/popup/day.test.tsx'];
const inBrowsers = ['tests/e2e/**/*.test.ts'];
/** They write policies that every Chromium of this machine reads, so no other may run meanwhile. */
const byPolicy = ['tests/e2e/managed.test.ts'];
const withProcesses = ['tests/gateway/**/*.test.ts'];
const byDocuments = ['tests/contract/**/*.test.ts'];
/** What takes long in browsers: `npm run prove` alone runs it. */
const long = ['tests/prove/**/*.test.ts'];

const withBrowsers = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  globalSetup: 'tests/support/built.ts',
};

const inTests = (file: string) => fileURLToPath(new URL(`tests/support/${file}`, import.meta.url));

/** Outside a browser the polyfill refuses to load; this keeps storage, alarms and messages in memory. */
const resolve = { alias: { 'webextension-polyfill': inTests('extension-api.ts') } };

/** Files that share what they import take a third of the time; only those may that leave nothing behind. */
const together = { isolate: false, pool: 'threads' } as const;

/** Properties are tried 500 times, on a machine that may be busy. */
const patient = { testTimeout: 30_000 };

export default defineConfig({
  test: {
    // Otherwise one processor is kept free, which is half of two.
    maxWorkers: '100%',
    projects: [
      { resolve, test: { name: 'pure', include: pure, ...together, ...patient } },
      {
        resolve,
        test: {
          name: 'views',
          environment: 'happy-dom',
          include: views,
          setupFiles: inTests('clean-page.ts'),
          ...together,
        },
      },
      {
        resolve,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...pure, ...views, ...pages, ...inBrowsers, ...withProcesses, ...byDocuments, ...long],
          pool: 'threads',
          ...patient,
        },
      },
      { resolve, test: { name: 'pages', environment: 'happy-dom', include: pages, exclude: days, pool: 'threads' } },
      { resolve, test: { name: 'days', environment: 'happy-dom', include: days, pool: 'threads' } },
      { test: { name: 'contract', include: byDocuments, hookTimeout: 120_000, testTimeout: 60_000 } },
      {
        test: {
          name: 'gateway',
          include: withProcesses,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          globalSetup: 'tests/support/built-gateway.ts',
        },
      },
      { test: { name: 'e2e', include: inBrowsers, exclude: byPolicy, ...withBrowsers } },
      { test: { name: 'policy', include: byPolicy, ...withBrowsers, sequence: { groupOrder: 1 } } },
      { test: { name: 'prove', include: long, ...withBrowsers, testTimeout: 600_000, fileParallelism: false } },
    ],
  },
});
