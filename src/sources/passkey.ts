import { storedPasskey } from '../browser/stored.ts';
import { signal } from '../posture/signal.ts';
import { BROWSER } from '../posture/source.ts';
import { type BrowserSource, unknown } from './browser-source.ts';

/** What a page last saw, as old as it is. */
export const passkey: BrowserSource = {
  facts: ['passkey'],
  observe: async () => {
    const seen = await storedPasskey.get();
    if (seen === undefined) return unknown('passkey', 'not-checked-yet');
    return { signals: [signal('passkey', seen.state, BROWSER, seen.observedAt)], gaps: [] };
  },
};
