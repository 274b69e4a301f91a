import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasDisplay } from './browser-places.mjs';
import { findOrInstallBrowser } from './browsers.mjs';
import { build } from './build.mjs';
import { Refusal, top, whenStarted } from './run.mjs';
import { setUpPackages } from './setup.mjs';

/** Rebuilds on every edit: the extension in an open browser, and the gateway beside it. Ends when the browser is closed, or on Ctrl-C. */
async function develop() {
  if (!hasDisplay(process.platform, process.env)) {
    throw new Refusal(
      'There is no display here for a browser window: use "npm start", which shows the popup without one.',
    );
  }
  await setUpPackages();
  const executablePath = await findOrInstallBrowser('chromium');
  await build(['dist/gateway']);
  const children = [
    node(
      'node_modules/vite/bin/vite.js',
      'build',
      '--watch',
      '--logLevel',
      'warn',
      '--emptyOutDir=false',
      '--config',
      'vite.server.config.ts',
    ),
    node('--watch', 'dist/gateway/main.js'),
  ];
  const profile = profileWithDeveloperMode();
  const { createServer } = await import('vite');
  const server = await createServer({ root: top, mode: 'chrome' });
  try {
    await server.listen();
    const { allFilesReady } = await import('@crxjs/vite-plugin');
    await allFilesReady();
    const { launchWithExtension } = await import('./chromium.mjs');
    const { browser } = await launchWithExtension({ executablePath, headless: false, userDataDir: profile });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void browser.close());
    await new Promise((resolve) => browser.once('disconnected', resolve));
  } finally {
    for (const child of children) child.kill();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} args */
const node = (...args) => spawn(process.execPath, args, { cwd: top, stdio: 'inherit' });

/** Without developer mode Chromium switches an extension off when it reloads itself, which an edit of the worker makes it do. */
function profileWithDeveloperMode() {
  const profile = mkdtempSync(path.join(tmpdir(), 'stethoscope-'));
  mkdirSync(path.join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return profile;
}

await whenStarted(import.meta.url, develop);
