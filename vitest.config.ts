import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const pages = ['tests/{ui,popup,options}/**/*.test.{ts,tsx}'];
const inBrowsers = ['tests/e2e/**/*.test.ts'];

/** The long versions of what the others try a few times. */
const proofs = ['tests/prove/**/*.test.ts'];

/** Outside a browser the polyfill refuses to load; this keeps storage, alarms and messages in memory. */
const alias = { 'webextension-polyfill': fileURLToPath(new URL('tests/support/extension-api.ts', import.meta.url)) };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...pages, ...inBrowsers, ...proofs] },
      },
      { resolve: { alias }, test: { name: 'pages', environment: 'happy-dom', include: pages } },
      {
        test: {
          name: 'e2e',
          include: inBrowsers,
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          globalSetup: 'tests/support/built.ts',
        },
      },
      {
        test: {
          name: 'prove',
          include: proofs,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 60_000,
          globalSetup: 'tests/support/built.ts',
        },
      },
    ],
  },
});
