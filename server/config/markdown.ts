import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Block, type CompanyText, type Inline, TEXT_LIMITS } from '../../src/posture/company-text.ts';

type RootContent = ReturnType<typeof fromMarkdown>['children'][number];
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number];
type Nodes = RootContent | PhrasingContent;

/** Markdown says something that is not shown, such as an image or HTML. */
export class UnknownMarkdown extends Error {
  override readonly name = 'UnknownMarkdown';
}

/**
 * Reads Markdown (CommonMark) as the few things that are shown: paragraphs, lists, strong, emphasis, code, links, line breaks.
 * @throws UnknownMarkdown for anything else, so that the company learns of it here, and not by what is missing later
 */
export const textOfMarkdown = (markdown: string): CompanyText => blocksOf(fromMarkdown(markdown).children, 0);

const blocksOf = (nodes: readonly RootContent[], depth: number): readonly Block[] =>
  nodes.filter(({ type }) => type !== 'definition').map((node) => blockOf(node, depth));

function blockOf(node: RootContent, depth: number): Block {
  if (node.type === 'paragraph') return { type: 'paragraph', children: inlinesOf(node.children, 0) };
  if (node.type === 'heading') {
    return { type: 'paragraph', children: [{ type: 'strong', children: inlinesOf(node.children, 1) }] };
  }
  if (node.type !== 'list') throw unknown(node);
  if (depth >= TEXT_LIMITS.depth) throw tooDeep(node);
  const items = node.children.map(({ children }) => blocksOf(children, depth + 1));
  return { type: 'list', ordered: node.ordered ?? false, items };
}

const inlinesOf = (nodes: readonly PhrasingContent[], depth: number): readonly Inline[] =>
  nodes.map((node) => inlineOf(node, depth));

function inlineOf(node: PhrasingContent, depth: number): Inline {
  if (node.type === 'text') return { type: 'text', value: node.value };
  if (node.type === 'inlineCode') return { type: 'code', value: node.value };
  if (node.type === 'break') return { type: 'break' };
  if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'link') throw unknown(node);
  if (depth >= TEXT_LIMITS.depth) throw tooDeep(node);
  const children = inlinesOf(node.children, depth + 1);
  if (node.type !== 'link') return { type: node.type, children };
  if (!/^(?:https:\/\/|mailto:)\S+$/i.test(node.url)) {
    throw new UnknownMarkdown(`line ${lineOf(node)}: a link goes to https: or mailto:`);
  }
  return { type: 'link', url: node.url, children };
}

const lineOf = ({ position }: Nodes): number => position?.start.line ?? 1;

const unknown = (node: Nodes): UnknownMarkdown =>
  new UnknownMarkdown(
    `line ${lineOf(node)}: ${node.type} is not shown. There are: paragraphs, headings, lists, strong, emphasis, code, links`,
  );

const tooDeep = (node: Nodes): UnknownMarkdown =>
  new UnknownMarkdown(`line ${lineOf(node)}: at most ${TEXT_LIMITS.depth} of them stand in each other`);
