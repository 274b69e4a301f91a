import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A home folder of its own for a Firefox, in which managed storage says so of the extension. */
export function homeWithManagedStorage(extensionId: string, data: Record<string, unknown>) {
  const home = mkdtempSync(path.join(tmpdir(), 'stethoscope-home-'));
  const folder = path.join(home, '.mozilla/managed-storage');
  const manifest = { name: extensionId, description: 'Managed settings', type: 'storage', data };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${extensionId}.json`), JSON.stringify(manifest));
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
}
