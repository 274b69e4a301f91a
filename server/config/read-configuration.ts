import * as v from 'valibot';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Configuration, configurationSchema } from './configuration.ts';
import { expectationOf, noSuchSetting } from './expectation.ts';
import { settingsAt } from './known-settings.ts';

/** Names a value in the file: `['sources', 0, 'url']`; empty for the whole. */
export type Path = readonly unknown[];

/** One thing that is wrong in a configuration, and where. */
export interface Mistake {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** `sources.0.url`; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
}

/** Makes a mistake of something that is known to be wrong at a path. */
export type MistakeAt = (path: Path, expected: string) => Mistake;

export type ReadConfiguration =
  | { readonly configuration: Configuration; readonly mistakeAt: MistakeAt }
  | { readonly mistakes: readonly Mistake[] };

/** More than any company has to say, in characters. */
const LONGEST = 1_000_000;

/** Reads the text of a `stethoscope.yaml`. Never throws. */
export const readConfiguration = (text: string): ReadConfiguration => {
  const read = readSettings(configurationSchema, text);
  return 'mistakes' in read ? read : { configuration: read.settings, mistakeAt: read.mistakeAt };
};

/** Reads a text of YAML by a schema. Never throws. */
export function readSettings<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
):
  | { readonly settings: v.InferOutput<Schema>; readonly mistakeAt: MistakeAt }
  | { readonly mistakes: readonly Mistake[] } {
  if (text.length > LONGEST) return { mistakes: [{ ...start, expected: 'Expected less than a million characters' }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    return { mistakes: document.errors.map(({ message, pos }) => ({ ...at(pos[0]), path: '', expected: message })) };
  }
  const mistakeAt: MistakeAt = (path, expected) => ({
    ...at(offsetOf(document, path)),
    path: path.join('.'),
    expected,
  });
  const values = valuesOf(document);
  const read = v.safeParse(schema, values);
  if (read.success) return { settings: read.output, mistakeAt };
  return { mistakes: read.issues.flatMap((issue) => mistakesOf(issue, schema, values, mistakeAt)) };
}

const start = { line: 1, column: 1, path: '' };

/** Valibot stops at the first unknown name of an object: all of them are told. */
function mistakesOf(
  issue: v.BaseIssue<unknown>,
  schema: v.GenericSchema,
  values: unknown,
  mistakeAt: MistakeAt,
): readonly Mistake[] {
  const path = (issue.path ?? []).map(({ key }) => key);
  const last = issue.path?.at(-1);
  if (issue.type !== 'strict_object' || issue.expected !== 'never' || last === undefined) {
    return [mistakeAt(path, expectationOf(issue))];
  }
  const around = path.slice(0, -1);
  const known = settingsAt(schema, around, values);
  return Object.keys(last.input as object)
    .filter((name) => !known.includes(name))
    .map((name) => mistakeAt([...around, name], noSuchSetting(name, known)));
}

/** Aliases that multiply beyond measure are refused by the parser, by throwing. */
function valuesOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

/** Where the name of a setting stands, or an entry of a list; where it is missing, the nearest thing around it. */
function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const around = document.getIn(path.slice(0, depth - 1), true);
    const name = isMap(around) && around.items.find(({ key }) => isScalar(key) && key.value === path[depth - 1])?.key;
    const node = name || document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
