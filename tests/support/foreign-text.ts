/** JSON as it is written. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Where a value stands in a document: keys and indices. */
export type Path = readonly (string | number)[];

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);

/** The same document with every value replaced by what `change` makes of it, the innermost first. */
export function changed(json: Json, change: (value: Json, path: Path) => Json, path: Path = []): Json {
  if (isList(json))
    return change(
      json.map((one, i) => changed(one, change, [...path, i])),
      path,
    );
  if (typeof json !== 'object' || json === null) return change(json, path);
  const entries = Object.entries(json).map(([key, one]): [string, Json] => [key, changed(one, change, [...path, key])]);
  return change(Object.fromEntries(entries), path);
}

/** Where a document has texts; of the lines of one list, the first two stand for all. */
export function textsIn(document: Json): readonly Path[] {
  const found: Path[] = [];
  changed(document, (value, path) => {
    if (typeof value === 'string' && path.every((step) => typeof step === 'string' || step < 2)) found.push(path);
    return value;
  });
  return found;
}

/** The document with another text, or anything else, in one place. */
export const withAt = (document: Json, place: Path, given: Json): Json =>
  changed(document, (value, path) => (path.join('\n') === place.join('\n') ? given : value));

/** Texts that are for people to read; every other one is an id, a date or one of a few words, which the schemas hold to account. */
const FOR_PEOPLE = ['name', 'model', 'label', 'title', 'text'];
const IDS = ['id', 'source', 'key'];

/** The document with a foreign text before every text for people, every id and every value that a tool told as text. */
export const withForeignTexts = (document: Json, foreign: string): Json =>
  changed(document, (value, path) => {
    const key = path.at(-1);
    const isFree = typeof key === 'string' && [...FOR_PEOPLE, ...IDS, 'value'].includes(key);
    const isOfBaseline = path[0] === 'baseline';
    if (typeof value !== 'string' || !isFree || isOfBaseline) return value;
    return IDS.includes(key) ? `${foreign.slice(0, 150)}${value}` : `${foreign}${value}`;
  });

/** JSON in which every object has the keys that reach the prototype of a careless reader. */
export const withProtoKeys = (document: Json): string =>
  JSON.stringify(document).replaceAll(
    /\{(?=")/g,
    '{"__proto__":{"isJoined":true,"rating":"ok"},"constructor":{"prototype":{"rating":"ok"}},"toString":null,"hasOwnProperty":1,',
  );

/** What a text may do to whoever is careless with it. */
export const foreignTexts = (origin: string): Readonly<Record<string, string>> => ({
  markup: [
    `<img src="${origin}/pixel" onerror="document.title='broken'">`,
    `<script src="${origin}/script"></script><iframe src="${origin}/frame"></iframe>`,
    `<a href="javascript:document.title='broken'">open</a>&lt;b&gt;'"\`--></p></div><svg onload=alert(1)>`,
  ].join(''),
  'bidi marks': '\u2069\u2069\u202e\u2066\u200fgnp.exe\u0645',
  'placeholders and patterns': '{count} {sources} {ago} $& $1 $` %s \\u0041',
  'control characters': '\u0000\u0007\u001b[31m\u2028\u2029\r\n\ud800',
  'names of prototypes': '__proto__',
  'a script’s address': "javascript:document.title='broken'//",
  'forty thousand letters': 'x'.repeat(40_000),
});
