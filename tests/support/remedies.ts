import { byFileName } from '../../src/locales/by-file-name.ts';
import type { Remedies } from '../../src/locales/catalogue.ts';

/** The English directions of every practice, at once. */
export const remedies: Readonly<Record<string, Remedies>> = byFileName(
  import.meta.glob<Remedies>('../../src/locales/en/remedies/*.ts', { eager: true, import: 'default' }),
);
