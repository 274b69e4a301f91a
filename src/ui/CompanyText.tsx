import type { ComponentChildren } from 'preact';
import type { Block, Inline, CompanyText as Text } from '../posture/company-text.ts';
import { outgoingLink } from './outgoing-link.ts';

/** The company's own wording. It comes as a tree of a few known things and becomes nodes: no text is ever read as HTML. */
export function CompanyText({ text }: { readonly text: Text }) {
  return (
    <div class="company-text" dir="auto">
      {blocks(text)}
    </div>
  );
}

/** Nothing is moved within a text, so that its place names a part. */
const blocks = (parts: readonly Block[]): ComponentChildren =>
  parts.map((part, index) => <One key={index} part={part} />);

function One({ part }: { readonly part: Block }) {
  if (part.type === 'paragraph') return <p>{inlines(part.children)}</p>;
  const List = part.ordered ? 'ol' : 'ul';
  return (
    <List>
      {part.items.map((item, index) => (
        <li key={index}>{blocks(item)}</li>
      ))}
    </List>
  );
}

const inlines = (parts: readonly Inline[]): ComponentChildren =>
  parts.map((part, index) => <Piece key={index} part={part} />);

function Piece({ part }: { readonly part: Inline }) {
  switch (part.type) {
    case 'text':
      return <>{part.value}</>;
    case 'code':
      return <code>{part.value}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return <strong>{inlines(part.children)}</strong>;
    case 'emphasis':
      return <em>{inlines(part.children)}</em>;
    case 'link':
      return <Link url={part.url}>{inlines(part.children)}</Link>;
  }
}

/** What leads elsewhere than to the web or to a letter is text only. */
function Link({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  const href = outgoingLink(url);
  if (href === undefined) return <>{children}</>;
  return (
    <a class="link" href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
