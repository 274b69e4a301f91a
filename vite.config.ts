import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import chromeManifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };

const targets = { chrome: 'chrome120', firefox: 'firefox140' } as const;
type Target = keyof typeof targets;

const isTarget = (mode: string): mode is Target => Object.hasOwn(targets, mode);

/**
 * Firefox runs the worker as an event page, wants a fixed id and the truth about what leaves the browser, and takes managed settings
 * without a schema. Of what Mozilla counts, only the proof of who is signed in is sent, to the company's own gateway; 140 is the first
 * version that tells people so when they install (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/).
 */
function firefoxManifest() {
  const {
    minimum_chrome_version: _,
    storage: __,
    externally_connectable: ___,
    background,
    optional_permissions: optional,
    ...manifest
  } = chromeManifest;
  return {
    ...manifest,
    // `idle` is for what only ChromeOS tells.
    optional_permissions: optional.filter((permission) => permission !== 'idle'),
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'stethoscope@extension.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['authenticationInfo'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  };
}

/** While developing, vite replaces styles on the page itself. */
const allowReplacedStyles = (policy: string) => policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

function manifestFor(target: Target, isDeveloping: boolean): ManifestV3Export {
  const { content_security_policy: csp, ...manifest } = target === 'firefox' ? firefoxManifest() : chromeManifest;
  const pages = isDeveloping ? allowReplacedStyles(csp.extension_pages) : csp.extension_pages;
  return {
    ...manifest,
    version: packageJson.version,
    content_security_policy: { extension_pages: pages },
  } as ManifestV3Export;
}

/**
 * Vite has what is loaded later preloaded with its styles. Ours has none, and comes from the disk: all that is left of it is the
 * loading, without which every page would carry half a kilobyte.
 */
const withoutPreload: Plugin = {
  name: 'without-preload',
  enforce: 'pre',
  load: (id) => (id.startsWith('\0vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
};

/** The one dependency that is no module yet. As one it needs no helpers, which every page would ask for in a file of their own. */
const polyfillAsModule: Plugin = {
  name: 'polyfill-as-module',
  apply: 'build',
  transform: (code, id) =>
    /webextension-polyfill.*browser-polyfill\.js/.test(id)
      ? `const module = { exports: {} };\nconst exports = module.exports;\n${code}\nexport default module.exports;`
      : null,
};

/** What is opened often and has to be there at once, by the mark of its modules. */
const APART = { 'of-worker': '/src/background/main.ts', 'of-popup': '/src/popup/main.tsx' };

const markOf = (id: string): string | undefined =>
  Object.entries(APART).find(([mark, entry]) => id.endsWith(entry) || id.endsWith(`?${mark}`))?.[0];

/**
 * Gives the worker and the popup a copy of each module. Of a module that one had in common with other pages it would carry what only
 * they use, and they what only it uses, in one more file to ask for: time whenever the popup opens or the worker starts.
 */
const apart: Plugin = {
  name: 'apart',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const mark = importer && markOf(importer);
    if (!mark) return null;
    const found = await this.resolve(source, importer.replace(`?${mark}`, ''), { ...options, skipSelf: true });
    return found && { ...found, id: `${found.id}?${mark}` };
  },
};

/** One file for what several pages load: every file more costs time when a page opens. The made-up language comes later, if at all. */
const whatPagesShare = { name: 'pages', test: /(?<!\/pseudo)\.(?:tsx?|m?js|css)$/, minShareCount: 2 };

export default defineConfig(({ mode, command }) => {
  const target = isTarget(mode) ? mode : 'chrome';
  return {
    plugins: [
      withoutPreload,
      polyfillAsModule,
      apart,
      preact({ devToolsEnabled: false }),
      crx({ manifest: manifestFor(target, command === 'serve'), browser: target }),
    ],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: targets[target],
      // A page asks for all its files at once. What is loaded later says itself what it needs.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      sourcemap: false,
      rolldownOptions: {
        input: { steps: 'src/popup/steps.html' },
        // It says nothing of itself: without this, a build that does not use it would carry it all the same.
        output: { codeSplitting: { groups: [whatPagesShare] } },
        treeshake: { moduleSideEffects: [{ test: /ua-parser-js/, sideEffects: false }] },
      },
    },
  };
});
