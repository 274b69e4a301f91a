import { readFile, stat } from 'node:fs/promises';
import { type Instant, instant } from '../../src/posture/instant.ts';
import { SourceFailure } from '../upstream/failure.ts';

/** A text that the company keeps beside the gateway. */
export interface CompanyFile {
  readonly text: string;
  readonly changedAt: Instant;
}

/** More than an inventory of 50,000 devices has, in bytes. */
const LARGEST_FILE = 32 * 1024 * 1024;

const refusal = (error: NodeJS.ErrnoException): never => {
  throw new SourceFailure(error.code === 'EACCES' ? 'forbidden' : 'refused');
};

/** @throws SourceFailure when it is not there, may not be read, is no file, or is too large. */
export async function readCompanyFile(path: string): Promise<CompanyFile> {
  const found = await stat(path).catch(refusal);
  // A pipe would be waited for, and a device may never end.
  if (!found.isFile() || found.size > LARGEST_FILE) throw new SourceFailure('unreadable');
  return { text: await readFile(path, 'utf8').catch(refusal), changedAt: instant(found.mtimeMs) };
}
