const PLAIN = 'abcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýž';

/** Written twice: vowels make up about four of ten letters, as much as a long language adds. */
const VOWELS = 'aeiou';

const PARTS = /\{[A-Za-z0-9]+\}|[A-Za-z]/g;

function accented(part: string): string {
  if (part.startsWith('{')) return part;
  const small = part.toLowerCase();
  const letter = ACCENTED.charAt(PLAIN.indexOf(small));
  return (part === small ? letter : letter.toUpperCase()) + (VOWELS.includes(small) ? letter : '');
}

const stretched = (text: string): string => `[${text.replace(PARTS, accented)}]`;

/**
 * The same words in a made-up language: accented, about 40 % longer and in brackets, so that text which is not in the catalogue,
 * is cut off or is put together from pieces can be seen at a glance. Placeholders and the structure of plurals stay as they are.
 */
export function pseudo<Words>(words: Words): Words {
  // The walk keeps every key and kind of value, which the compiler cannot follow.
  return changed(words) as Words;
}

function changed(words: unknown): unknown {
  if (typeof words === 'string') return stretched(words);
  if (Array.isArray(words)) return words.map(changed);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, key === 'by' ? value : changed(value)]));
}
