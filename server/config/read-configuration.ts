import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { type Configuration, configurationSchema } from './configuration.ts';

/** One thing that is wrong in a configuration, and where. */
export interface Mistake {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** `sources.0.url`; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
}

export type ReadConfiguration = { readonly configuration: Configuration } | { readonly mistakes: readonly Mistake[] };

/** More than any company has to say, in characters. */
const LONGEST = 1_000_000;

/** Reads the text of a `stethoscope.yaml`. Never throws. */
export function readConfiguration(text: string): ReadConfiguration {
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
  const read = v.safeParse(configurationSchema, valuesOf(document));
  if (read.success) return { configuration: read.output };
  return {
    mistakes: read.issues.map((issue) => {
      const keys = (issue.path ?? []).map(({ key }) => key);
      return { ...at(offsetOf(document, keys)), path: keys.join('.'), expected: issue.message };
    }),
  };
}

const start = { line: 1, column: 1, path: '' };

/** Aliases that multiply beyond measure are refused by the parser, by throwing. */
function valuesOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

/** Where the value at a path stands, or, where it is missing, the nearest thing around it. */
function offsetOf(document: Document, keys: readonly unknown[]): number {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const node = document.getIn(keys.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
