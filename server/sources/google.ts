import * as v from 'valibot';
import type { Ownership } from '../../src/posture/device.ts';
import { listOf, readAnswer } from './source.ts';

/** What a page of a list may hold besides the list. */
const aroundList = {
  kind: v.optional(v.string()),
  etag: v.optional(v.string()),
  nextPageToken: v.optional(v.string()),
};

/**
 * Reads one page of a list of Google's. The last page may be a bare `{}`: that is a list without devices, while an error, or a
 * page of another list, is none.
 * @throws SourceFailure
 */
export function pageOf<const Schema extends v.GenericSchema>(list: string, schema: Schema, json: unknown) {
  const pageSchema = v.union([
    v.pipe(
      v.object({ [list]: listOf(schema) }),
      v.transform((page) => page[list] ?? []),
    ),
    v.pipe(
      v.strictObject(aroundList),
      v.transform((): v.InferOutput<Schema>[] => []),
    ),
  ]);
  // To the schema, an empty array is an object without fields.
  return readAnswer(pageSchema, Array.isArray(json) ? undefined : json);
}

export const ownerships: ReadonlyMap<string, Ownership> = new Map([
  ['COMPANY', 'company'],
  ['BYOD', 'personal'],
]);
