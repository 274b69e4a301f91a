import { Refusal, runInstalled, secondsSince, whenStarted } from './run.mjs';
import { setUpPackages } from './setup.mjs';

const targets = {
  'dist/chrome': ['--mode', 'chrome'],
  'dist/firefox': ['--mode', 'firefox'],
  'dist/gateway': ['--config', 'vite.server.config.ts'],
};

/** @typedef {keyof typeof targets} Target */

/**
 * Builds the extension for both browsers and the gateway, or only what is asked for. Refuses when one of them fails.
 * @param {readonly Target[]} [wanted]
 */
export async function build(wanted = /** @type {Target[]} */ (Object.keys(targets))) {
  for (const target of wanted) {
    const startedAt = performance.now();
    const code = await runInstalled('vite/bin/vite.js', ['build', '--logLevel', 'warn', ...targets[target]]);
    if (code !== 0) throw new Refusal(`${target} could not be built: see the message above.`);
    // Beside the output of what is run next, not in it.
    console.error(`Built ${target} in ${secondsSince(startedAt)}`);
  }
}

await whenStarted(import.meta.url, async () => {
  await setUpPackages();
  await build();
});
