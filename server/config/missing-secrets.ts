import * as v from 'valibot';
import { type SecretReference, secretReference } from '../sources/secret.ts';
import type { Configuration } from './configuration.ts';
import type { Mistake, MistakeAt, Path } from './read-configuration.ts';
import { MissingSecret } from './secrets.ts';

/** Every place in a configuration that names a secret. */
function references(value: unknown, path: Path = []): readonly { path: Path; reference: SecretReference }[] {
  if (v.is(secretReference, value)) return [{ path, reference: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    references(inside, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The secrets that are not where the configuration says. */
export async function missingSecrets(
  configuration: Configuration,
  secret: (reference: SecretReference) => Promise<string>,
  mistakeAt: MistakeAt,
): Promise<readonly Mistake[]> {
  const found = await Promise.all(
    references(configuration).map(async ({ path, reference }) => {
      try {
        await secret(reference);
        return [];
      } catch (error) {
        if (!(error instanceof MissingSecret)) throw error;
        return [mistakeAt(path, error.message)];
      }
    }),
  );
  return found.flat();
}
