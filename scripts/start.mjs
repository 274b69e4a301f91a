import { parseArgs } from 'node:util';
import { hasDisplay } from './browser-places.mjs';
import { findOrInstallBrowser } from './browsers.mjs';
import { build } from './build.mjs';
import { startGateway } from './gateway.mjs';
import { Refusal, whenStarted } from './run.mjs';
import { setUpPackages } from './setup.mjs';

/** From nothing to a browser with the extension in it, looking at a sample person's devices. */
async function start() {
  const { headless, persona } = readOptions();
  await setUpPackages();
  const executablePath = await findOrInstallBrowser('chromium');
  await build(['dist/chrome', 'dist/gateway']);
  const gateway = await startGateway();
  try {
    const endpoint = `${gateway.origin}/sample/${persona}`;
    await expectPerson(endpoint, persona);
    // Only now are the packages there that it imports.
    const { showInWindow, showInTerminal } = await import('./sample.mjs');
    await (headless ? showInTerminal : showInWindow)({ executablePath, endpoint });
  } finally {
    gateway.stop();
  }
}

function readOptions() {
  const isHeadless = !hasDisplay(process.platform, process.env);
  try {
    const { values } = parseArgs({
      options: { headless: { type: 'boolean', default: isHeadless }, persona: { type: 'string', default: 'mixed' } },
    });
    return values;
  } catch (error) {
    throw new Refusal(
      `Known options are --headless and --persona=mixed: ${error instanceof Error ? error.message : error}.`,
    );
  }
}

/**
 * @param {string} endpoint
 * @param {string} persona
 */
async function expectPerson(endpoint, persona) {
  const answer = await fetch(`${endpoint}/v1/organization`);
  if (!answer.ok) throw new Refusal(`The gateway knows no sample person "${persona}" (it answered ${answer.status}).`);
}

await whenStarted(import.meta.url, start);
