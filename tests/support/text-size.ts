import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A profile of Chromium whose owner asks for text of this size in pixels; 16 is usual. */
export function profileWithTextSize(pixels: number): string {
  const userDataDir = mkdtempSync(join(tmpdir(), 'profile-'));
  mkdirSync(join(userDataDir, 'Default'));
  const preferences = { webkit: { webprefs: { default_font_size: pixels } } };
  writeFileSync(join(userDataDir, 'Default', 'Preferences'), JSON.stringify(preferences));
  return userDataDir;
}
