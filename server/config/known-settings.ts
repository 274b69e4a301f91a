import type * as v from 'valibot';

/** The parts of a schema that say what may stand inside. */
interface Part {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly wrapped?: Part;
  readonly item?: Part;
  readonly value?: Part;
  readonly options?: readonly Part[];
  readonly key?: Part | string;
  readonly literal?: unknown;
}

/** The names that a schema knows at a path into what it reads; empty where it lists none. */
export function settingsAt(schema: v.GenericSchema, path: readonly unknown[], input: unknown): readonly string[] {
  let parts = opened(schema as unknown as Part, input);
  let value = input;
  for (const key of path) {
    value = valueAt(value, key);
    parts = parts.flatMap((part) => inside(part, key)).flatMap((part) => opened(part, value));
  }
  return [...new Set(parts.flatMap(({ entries = {} }) => Object.keys(entries)))];
}

const inside = ({ type, entries = {}, item, value }: Part, key: unknown): readonly Part[] => {
  if (type === 'array') return item === undefined ? [] : [item];
  if (type === 'record') return value === undefined ? [] : [value];
  const entry = typeof key === 'string' && Object.hasOwn(entries, key) ? entries[key] : undefined;
  return entry === undefined ? [] : [entry];
};

/** What a schema comes to once it is known what it reads: of several kinds the one that the input names. */
function opened(part: Part, input: unknown): readonly Part[] {
  if (part.wrapped !== undefined) return opened(part.wrapped, input);
  const { options = [], key } = part;
  if (part.type === 'union') return options.flatMap((option) => opened(option, input));
  if (part.type !== 'variant' || typeof key !== 'string') return [part];
  const named = valueAt(input, key);
  return options.filter(({ entries }) => entries?.[key]?.literal === named);
}

const valueAt = (value: unknown, key: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, String(key))
    ? (value as Readonly<Record<string, unknown>>)[String(key)]
    : undefined;
