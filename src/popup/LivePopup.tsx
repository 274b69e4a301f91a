import { useEffect, useState } from 'preact/hooks';
import { tellPasskey } from '../browser/passkey.ts';
import { IsPainted } from '../ui/Later.tsx';
import { Popup } from '../ui/Popup.tsx';
import { useLiveView } from './live-view.ts';
import type { Stored } from './stored-view.ts';

/** The popup, kept up to date. Once it is painted it shows what is out of sight, and looks for what only a page can see. */
export function LivePopup({ stored }: { readonly stored: Stored }) {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    setPainted(true);
    void tellPasskey();
  }, []);
  return (
    <IsPainted.Provider value={isPainted}>
      <Popup {...useLiveView(stored)} />
    </IsPainted.Provider>
  );
}
