import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether the page was painted already: a page that does not say comes as a whole. */
export const IsPainted = createContext(true);

interface Props {
  /** For what is in sight when the page opens: it waits for nothing. */
  readonly unless?: boolean;
  readonly children: ComponentChildren;
}

/** What is folded or below the edge when the page opens: it comes after the first frame, which is there the sooner for it. */
export function Later({ unless = false, children }: Props) {
  const isPainted = useContext(IsPainted);
  return isPainted || unless ? children : null;
}
