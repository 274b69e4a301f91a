import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import chromeManifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };

const targets = { chrome: 'chrome120', firefox: 'firefox128' } as const;
type Target = keyof typeof targets;

const isTarget = (mode: string): mode is Target => Object.hasOwn(targets, mode);

/**
 * Firefox runs the worker as an event page, wants a fixed id, asks what is collected: nothing, the person only fetches their own, and
 * takes managed settings without a schema.
 */
function firefoxManifest() {
  const {
    minimum_chrome_version: _,
    storage: __,
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
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
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

export default defineConfig(({ mode, command }) => {
  const target = isTarget(mode) ? mode : 'chrome';
  return {
    plugins: [
      preact({ devToolsEnabled: false }),
      crx({ manifest: manifestFor(target, command === 'serve'), browser: target }),
    ],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: targets[target],
      modulePreload: false,
      sourcemap: false,
      rolldownOptions: {
        input: { steps: 'src/popup/steps.html' },
        // It says nothing of itself: without this, a build that does not use it would carry it all the same.
        treeshake: { moduleSideEffects: [{ test: /ua-parser-js/, sideEffects: false }] },
      },
    },
  };
});
