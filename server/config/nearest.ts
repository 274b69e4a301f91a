/** How many letters have to be put in, taken out or replaced to make one word of the other. */
function distance(a: string, b: string): number {
  const first = Array.from({ length: b.length + 1 }, (_, column) => column);
  const last = [...a].reduce<readonly number[]>((row, letter, line) => nextRow(row, letter, b, line + 1), first);
  return last[b.length] ?? 0;
}

/** A row of the table of Wagner and Fischer: the distances of one more letter of `a` to every beginning of `b`. */
function nextRow(row: readonly number[], letter: string, b: string, first: number): readonly number[] {
  const next = [first];
  for (const [column, other] of [...b].entries()) {
    const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
    next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
  }
  return next;
}

/** A slip in a short word, one in three letters of a long one. */
const slipsIn = (word: string): number => (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)));

/** Longer words are not typed by mistake, and comparing them takes its time. */
const LONGEST = 60;

/** The one of several words that was probably meant; undefined where none is near. */
export function nearest(word: string, options: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  const begun = options.filter((option) => wanted.length > 2 && option.toLowerCase().startsWith(wanted));
  if (begun.length === 1) return begun[0];
  const [best] = options
    .map((option) => ({ option, edits: distance(wanted, option.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= slipsIn(word) ? best.option : undefined;
}
