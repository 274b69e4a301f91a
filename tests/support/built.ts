import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const outputs = ['dist/chrome/manifest.json', 'dist/firefox/manifest.json', 'dist/gateway/main.js'];

/** Fails before the first test when there is nothing to drive a browser with. */
export default function built(): void {
  const missing = outputs.filter((output) => !existsSync(fileURLToPath(new URL(`../../${output}`, import.meta.url))));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} missing: run "npm run build" first`);
}
