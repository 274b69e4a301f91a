import type { Page, SerializedAXNode } from 'puppeteer';

/** What a screen reader tells of a page, line by line, in its order: the role, the name, and the state where there is one. */
export async function heard(page: Page): Promise<readonly string[]> {
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  return tree === null ? [] : linesOf(tree);
}

/** Their name says what is in them. */
const named = ['heading', 'button', 'link', 'tab', 'textbox', 'StaticText', 'image', 'img'];

const silent = ['generic', 'none', 'paragraph', 'list', 'listitem', 'section', 'LabelText', 'Details', 'article'];

function linesOf(node: SerializedAXNode): readonly string[] {
  const { role, children = [] } = node;
  if (named.includes(role)) return [lineOf(node)];
  const inside = children.flatMap(linesOf);
  if (silent.includes(role)) return inside;
  // It is called by all its text; what is a heading there can be jumped to.
  if (role === 'DisclosureTriangle') return [lineOf(node), ...inside.filter((line) => line.startsWith('heading'))];
  return [lineOf(node), ...inside];
}

function lineOf({ role, name = '', level, selected, expanded, disabled }: SerializedAXNode): string {
  const states = [
    level !== undefined && `level ${level}`,
    selected && 'selected',
    expanded !== undefined && (expanded ? 'expanded' : 'collapsed'),
    disabled && 'disabled',
  ].filter(Boolean);
  const words = `${role}: ${name.replaceAll(/[\u2068\u2069]/g, '').trim()}`;
  return states.length === 0 ? words : `${words} (${states.join(', ')})`;
}
