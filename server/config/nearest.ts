/** How many letters have to be put in, taken out, replaced or swapped with their neighbour to make one word of the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[line - 1] === b[column - 1] ? 0 : 1;
      const isSwap = a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1];
      const edits = [(row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (row[column - 1] ?? 0) + cost];
      next.push(Math.min(...edits, isSwap && line > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

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
  return best !== undefined && best.edits <= Math.max(1, Math.floor(word.length / 3)) ? best.option : undefined;
}
