import { useEffect } from 'preact/hooks';
import { tellPasskey } from '../browser/passkey.ts';
import { Popup } from '../ui/Popup.tsx';
import { useLiveView } from './live-view.ts';
import type { Stored } from './stored-view.ts';

/** The popup, kept up to date. Once it is painted it looks for what only a page can see. */
export function LivePopup({ stored }: { readonly stored: Stored }) {
  useEffect(() => void tellPasskey(), []);
  return <Popup {...useLiveView(stored)} />;
}
