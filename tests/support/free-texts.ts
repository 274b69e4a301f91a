type Json = unknown;
type Path = readonly (string | number)[];

/** Where a document has a text that may be any other, and how another is written there. */
export interface Place {
  readonly path: Path;
  /** The text is the name of a field, not its value. */
  readonly isName: boolean;
  readonly write: (text: string, original: string) => string;
}

/** Ways to bring a foreign text into a field that wants a certain form: the first that is taken counts. */
const ways: readonly Place['write'][] = [
  (text) => text,
  // Every engine reads a date of the old form with a comment.
  (text, original) => `${new Date(original).toUTCString()} (${text.replaceAll(/[()]/g, '')})`,
  (text) => `https://x.example/${encodeURIComponent(text)}`,
  (text) =>
    [...text]
      .filter((letter) => /\w/.test(letter))
      .slice(0, 4)
      .join(''),
];

const PROBE = 'Qj9w';

/**
 * The places of a document's free texts, found by trying: the document is read with another text in that place, and the text is
 * still there. `read` gives what was read, or undefined for a document that cannot be.
 */
export function freeTextsOf(json: Json, read: (json: Json) => unknown): readonly Place[] {
  const isTaken = (place: Place): boolean => {
    const result = read(written(json, place, PROBE));
    return result !== undefined && JSON.stringify(result).includes(PROBE);
  };
  return textsOf(json, []).flatMap(({ path, isName }) => {
    const write = ways.find((way) => isTaken({ path, isName, write: way }));
    return write === undefined ? [] : [{ path, isName, write }];
  });
}

/** The document with the text in all the places, numbered so that no two are alike where there is room for it. */
export const withTexts = (json: Json, places: readonly Place[], text: string): Json =>
  // From the innermost outwards, so that a path still leads somewhere once a name on it is another.
  places
    .toSorted((a, b) => b.path.length - a.path.length)
    .reduce((document, place, index) => written(document, place, `${text}#${index}`), json);

function textsOf(json: Json, path: Path): readonly Pick<Place, 'path' | 'isName'>[] {
  if (typeof json === 'string') return [{ path, isName: false }];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, part]) => {
    const inner = [...path, Array.isArray(json) ? Number(name) : name];
    return [...textsOf(part, inner), ...(Array.isArray(json) ? [] : [{ path: inner, isName: true }])];
  });
}

function written(json: Json, place: Place, text: string): Json {
  const [step, ...rest] = place.path;
  if (step === undefined) return place.write(text, String(json));
  if (Array.isArray(json))
    return json.map((part, index) => (index === step ? written(part, { ...place, path: rest }, text) : part));
  const entries = Object.entries(json as object).map(([name, part]) => {
    if (name !== step) return [name, part];
    if (place.isName && rest.length === 0) return [place.write(text, name), part];
    return [name, written(part, { ...place, path: rest }, text)];
  });
  return Object.fromEntries(entries);
}
