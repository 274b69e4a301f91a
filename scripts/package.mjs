import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal, runInstalled, secondsSince, top, whenStarted } from './run.mjs';
import { setUpPackages } from './setup.mjs';

/**
 * @typedef {import('./package/options.mjs').Options} Options
 * @typedef {import('./package/zip.mjs').Files} Files
 */

/** Makes the packages that are published, and the files that deploy them, all below `artifacts/`. */
async function packageAll() {
  await setUpPackages();
  // Only now are the packages there that these import.
  const [{ firefoxIdOf, readOptions }, { makeKey }, { packages, withSums }, { sourceFiles }, { kitFiles }] =
    await Promise.all([
      import('./package/options.mjs'),
      import('./package/crx.mjs'),
      import('./package/packages.mjs'),
      import('./package/source.mjs'),
      import('./package/kit.mjs'),
    ]);
  const optional = JSON.parse(readFileSync(path.join(top, 'manifest.json'), 'utf8')).optional_permissions;
  const options = readOptions(process.argv.slice(2), optional);
  const out = path.resolve(
    top,
    options.out ?? (options.company === undefined ? 'artifacts/package' : 'artifacts/company'),
  );
  const keyFile = options.keyFile ?? path.join(top, 'artifacts', 'throw-away-key.pem');
  if (options.keyFile === undefined) makeKey(keyFile);
  if (isOthers(out))
    throw new Refusal(`${out} holds other files, which would be lost: name a new folder, or an empty one.`);
  const startedAt = performance.now();
  const { files, ids } = await packages({
    chrome: await built('chrome', out),
    firefox: await built('firefox', out),
    source: sourceFiles(top),
    keyFile,
    required: options.required,
    updateUrl: options.updateUrl,
    firefoxId: options.company && firefoxIdOf(options.company),
  });
  const kit = options.kitFor === undefined ? new Map() : await kitFiles({ ...options, endpoint: options.kitFor, ids });
  write(withSums(new Map([...files, ...kit])), out);
  console.log(`Packaged in ${secondsSince(startedAt)}:`);
  tell(options, ids, keyFile, [...files.keys(), ...(kit.size > 0 ? ['kit/'] : []), 'SHA256SUMS'], out);
}

/**
 * Builds for one browser, beside what `npm run build` makes.
 * @param {'chrome' | 'firefox'} browser
 * @param {string} out
 * @returns {Promise<Files>}
 */
async function built(browser, out) {
  const { filesBelow } = await import('./package/zip.mjs');
  const folder = path.join(out, 'build', browser);
  const args = ['build', '--logLevel', 'warn', '--mode', browser, '--outDir', folder];
  // Whatever it is where this is started: otherwise the build would carry file names, and warnings for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  const code = await runInstalled('vite/bin/vite.js', args, { env });
  if (code !== 0) throw new Refusal(`The extension for ${browser} could not be built: see the message above.`);
  return filesBelow(folder);
}

/**
 * Whether somebody else's files are in a folder: ours have their sums beside them.
 * @param {string} out
 */
const isOthers = (out) => existsSync(out) && readdirSync(out).length > 0 && !existsSync(path.join(out, 'SHA256SUMS'));

/**
 * @param {Files} files
 * @param {string} out a folder of which nothing else is kept
 */
function write(files, out) {
  rmSync(out, { recursive: true, force: true });
  for (const [name, content] of files) {
    mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
    writeFileSync(path.join(out, name), content);
  }
}

/**
 * @param {Options} options
 * @param {import('./package/packages.mjs').Ids} ids
 * @param {string} keyFile
 * @param {readonly string[]} names
 * @param {string} out
 */
function tell(options, ids, keyFile, names, out) {
  const folder = path.relative(top, out) || '.';
  for (const name of names) console.log(`  ${path.join(folder, name)}`);
  console.log(`Id in Chrome and Edge: ${ids.chrome}`);
  console.log(`Id in Firefox: ${ids.firefox}`);
  if (options.keyFile === undefined)
    console.log(
      `Signed with a throw-away key, ${path.relative(top, keyFile)}: give --key your.pem for an id that lasts.`,
    );
  if (options.updateUrl === undefined)
    console.log(
      'update.xml and updates.json name a place that does not exist: give --update-url if you serve them yourself.',
    );
  else console.log(`Serve these files beside ${options.updateUrl}`);
  if (options.required.length > 0) console.log(`Granted by the installation: ${options.required.join(', ')}`);
}

await whenStarted(import.meta.url, packageAll);
