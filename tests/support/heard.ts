import type { Page, SerializedAXNode } from 'puppeteer';

/** What a screen reader tells of a page, line by line, in its order: the role, the name, and the state where there is one. */
export async function heard(page: Page): Promise<readonly string[]> {
  const tree = await page.accessibility.snapshot();
  return tree === null ? [] : linesOf(tree).filter((line, i, lines) => line !== lines[i - 1]);
}

const linesOf = (node: SerializedAXNode): readonly string[] => [
  lineOf(node),
  ...(node.children ?? []).flatMap(linesOf),
];

function lineOf({ role, name = '', level, selected, expanded, disabled, description }: SerializedAXNode): string {
  const states = [
    level !== undefined && `level ${level}`,
    selected && 'selected',
    expanded !== undefined && (expanded ? 'expanded' : 'collapsed'),
    disabled && 'disabled',
    description,
  ].filter(Boolean);
  const words = `${role}: ${name.replaceAll(/[\u2068\u2069]/g, '').trim()}`;
  return states.length === 0 ? words : `${words} (${states.join(', ')})`;
}
