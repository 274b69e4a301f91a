/** Characters of a line that a person still takes in at once. */
const LINE = 100;

/** JSON for people: what fits into a line stands in one, everything else is indented by two spaces. */
export function readableJson(value: unknown, indent = ''): string {
  const line = inOneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= LINE) return line;
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([name, part]) => `${deeper}${isList ? '' : `${JSON.stringify(name)}: `}${readableJson(part, deeper)}`);
  return `${isList ? '[' : '{'}\n${parts.join(',\n')}\n${indent}${isList ? ']' : '}'}`;
}

/** Strings hold no line break in JSON, so that every one is the indentation's. */
const inOneLine = (value: unknown): string => JSON.stringify(value, undefined, 1).replaceAll(/\n */g, ' ');
