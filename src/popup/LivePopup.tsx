import { Popup } from '../ui/Popup.tsx';
import { useLiveView } from './live-view.ts';
import type { Stored } from './stored-view.ts';

/** The popup, kept up to date. */
export const LivePopup = ({ stored }: { readonly stored: Stored }) => <Popup {...useLiveView(stored)} />;
