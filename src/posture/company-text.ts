import * as v from 'valibot';
import { link } from './fact.ts';

/** A piece of a line of the company's own wording. */
export type Inline =
  | { readonly type: 'text' | 'code'; readonly value: string }
  | { readonly type: 'break' }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] };

/** A paragraph or a list of the company's own wording. There is nothing else: no HTML, no images. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] };

export type CompanyText = readonly Block[];

/** What a company says about one practice in one language, in place of our own words. */
export interface PracticeText {
  readonly why?: CompanyText | undefined;
  readonly remedy?: Readonly<Record<string, CompanyText>> | undefined;
}

/** By BCP 47 tag, and by practice. */
export type CompanyWords = Readonly<Record<string, Readonly<Record<string, PracticeText>>>>;

export const TEXT_LIMITS = {
  /** Of one text as it is written, in characters. */
  text: 8 * 1024,
  /** Of all texts together. */
  all: 64 * 1024,
  /** How deep lists stand in lists, and emphasis in emphasis. */
  depth: 3,
  children: 500,
} as const;

const value = v.pipe(v.string(), v.maxLength(TEXT_LIMITS.text));
const many = <Item>(item: v.GenericSchema<unknown, Item>): v.GenericSchema<unknown, Item[]> =>
  v.pipe(v.array(item), v.maxLength(TEXT_LIMITS.children));

const plain = [
  v.object({ type: v.picklist(['text', 'code']), value }),
  v.object({ type: v.literal('break') }),
] as const;

/** Depth is limited by the schema itself: what lies deeper is not of this form. */
const inlineOf = (depth: number): v.GenericSchema<unknown, Inline> => {
  if (depth === 0) return v.variant('type', plain);
  const children = many(inlineOf(depth - 1));
  return v.variant('type', [
    ...plain,
    v.object({ type: v.picklist(['strong', 'emphasis']), children }),
    v.object({ type: v.literal('link'), url: link, children }),
  ]);
};

const paragraph = v.object({ type: v.literal('paragraph'), children: many(inlineOf(TEXT_LIMITS.depth)) });

const blockOf = (depth: number): v.GenericSchema<unknown, Block> =>
  depth === 0
    ? paragraph
    : v.variant('type', [
        paragraph,
        v.object({ type: v.literal('list'), ordered: v.boolean(), items: many(many(blockOf(depth - 1))) }),
      ]);

const text: v.GenericSchema<unknown, CompanyText> = many(blockOf(TEXT_LIMITS.depth));

/** A text that cannot be read is left out: then our own words stand. */
const maybeText = v.fallback(v.optional(text), undefined);

/** How many characters of text there are in a tree. */
const lengthOf = (tree: unknown): number => {
  if (typeof tree === 'string') return tree.length;
  return typeof tree === 'object' && tree !== null
    ? Object.values(tree).reduce<number>((sum, part) => sum + lengthOf(part), 0)
    : 0;
};

/** Room for the tree around the texts: its types, and the addresses of links. */
const AROUND_TEXT = 3;

/** The company's wording as an endpoint sends it; nothing of it where there is too much. */
export const companyWordsSchema: v.GenericSchema<unknown, CompanyWords | undefined> = v.pipe(
  v.fallback(
    v.optional(
      v.record(
        v.string(),
        v.record(
          v.string(),
          v.fallback(
            v.object({
              why: maybeText,
              remedy: v.fallback(v.optional(v.record(v.string(), text)), undefined),
            }),
            {},
          ),
        ),
      ),
    ),
    undefined,
  ),
  v.transform((words) => (lengthOf(words) > AROUND_TEXT * TEXT_LIMITS.all ? undefined : words)),
);

/** What the company says about a practice in a language, or in the language that it is a variety of. */
export function companyText(words: CompanyWords | undefined, locale: string, practice: string): PracticeText {
  const tags = [locale, locale.replace(/-.*$/, '')];
  for (const tag of tags) {
    const practices = words !== undefined && Object.hasOwn(words, tag) ? words[tag] : undefined;
    if (practices !== undefined && Object.hasOwn(practices, practice)) return practices[practice] ?? {};
  }
  return {};
}
