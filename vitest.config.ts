import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const pages = ['tests/{ui,popup,options}/**/*.test.{ts,tsx}'];
const inBrowsers = ['tests/e2e/**/*.test.ts'];
/** What takes long in browsers: `npm run prove` alone runs it. */
const long = ['tests/prove/**/*.test.ts'];

const withBrowsers = {
  fileParallelism: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  globalSetup: 'tests/support/built.ts',
};

/** Outside a browser the polyfill refuses to load; this keeps storage, alarms and messages in memory. */
const alias = { 'webextension-polyfill': fileURLToPath(new URL('tests/support/extension-api.ts', import.meta.url)) };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...pages, ...inBrowsers, ...long] },
      },
      { resolve: { alias }, test: { name: 'pages', environment: 'happy-dom', include: pages } },
      { test: { name: 'e2e', include: inBrowsers, ...withBrowsers } },
      { test: { name: 'prove', include: long, ...withBrowsers } },
    ],
  },
});
