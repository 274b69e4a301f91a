import { useLayoutEffect } from 'preact/hooks';

/** Names the tab or window after what it shows. */
export function usePageTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
}
