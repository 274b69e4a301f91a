import { readFile } from 'node:fs/promises';
import type { SecretReference } from '../sources/secret.ts';

/** A secret is not where the configuration says. Names the place, never what is there. */
export class MissingSecret extends Error {
  override readonly name = 'MissingSecret';
}

/**
 * Reads secrets from the environment or from files. Files are read each time, so that a secret that was rotated is used at once.
 * @throws MissingSecret
 */
export const secretsFrom =
  (environment: NodeJS.ProcessEnv) =>
  async (reference: SecretReference): Promise<string> => {
    if ('env' in reference) {
      const value = environment[reference.env];
      if (!value) throw new MissingSecret(`The environment variable ${reference.env} is not set`);
      return value;
    }
    const text = await readFile(reference.file, 'utf8').catch(() => '');
    if (text.trim() === '') throw new MissingSecret(`The file ${reference.file} is missing or empty`);
    return text.trim();
  };
