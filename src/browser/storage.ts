import * as v from 'valibot';
import { api } from './api.ts';

/** The version of every stored document. A document of another version is not read. */
const VERSION = 1;

/** How large a stored document is, as JSON, and whether it can be read. Without a document: 0 bytes. */
export interface StoredSize {
  readonly name: string;
  readonly version: number | null;
  readonly bytes: number;
  readonly isReadable: boolean;
}

/** One document of this browser's storage. The worker is the only one who writes (wire rule 15). */
export interface StoredItem<Value> {
  readonly name: string;
  /** `undefined` when there is none, and when what is there cannot be read. */
  get(): Promise<Value | undefined>;
  /** The same as `get`, out of what was got of storage. */
  in(contents: Readonly<Record<string, unknown>>): Value | undefined;
  set(value: Value): Promise<void>;
  clear(): Promise<void>;
  /** Calls the listener after every change, whoever made it. Returns how to stop. */
  onChange(listener: (value: Value | undefined) => void): () => void;
  /** What can be told of the document without telling what is in it. */
  measure(): Promise<StoredSize>;
}

/**
 * The document of the given name, kept for good or until the browser ends. It is read by the schema each time, so that a broken one
 * is as good as none.
 */
export function item<Value>(
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  area: 'local' | 'session' = 'local',
): StoredItem<Value> {
  const stored = v.object({ version: v.literal(VERSION), value: schema });
  const read = (content: unknown): Value | undefined => {
    const result = v.safeParse(stored, content);
    return result.success ? result.output.value : undefined;
  };
  return {
    name: key,
    get: async () => read((await api.storage[area].get(key))[key]),
    in: (contents) => read(contents[key]),
    set: (value) => api.storage[area].set({ [key]: { version: VERSION, value } }),
    clear: () => api.storage[area].remove(key),
    onChange: (listener) => {
      const onChanged: Parameters<typeof api.storage.onChanged.addListener>[0] = (changes, changed) => {
        const change = changes[key];
        if (changed === area && change !== undefined) listener(read(change.newValue));
      };
      api.storage.onChanged.addListener(onChanged);
      return () => api.storage.onChanged.removeListener(onChanged);
    },
    measure: async () => {
      const content = (await api.storage[area].get(key))[key];
      const versioned = v.safeParse(v.object({ version: v.number() }), content);
      return {
        name: key,
        version: versioned.success ? versioned.output.version : null,
        bytes: content === undefined ? 0 : new TextEncoder().encode(JSON.stringify(content)).length,
        isReadable: content === undefined || read(content) !== undefined,
      };
    },
  };
}

/** Several documents that are kept for good, in one question: each by itself would take as long as all together. */
export async function getTogether<Values extends readonly unknown[]>(
  ...items: { readonly [Index in keyof Values]: StoredItem<Values[Index]> }
): Promise<{ readonly [Index in keyof Values]: Values[Index] | undefined }> {
  const contents = await api.storage.local.get(items.map(({ name }) => name));
  return items.map((item) => item.in(contents)) as { [Index in keyof Values]: Values[Index] | undefined };
}
