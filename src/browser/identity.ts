import { api } from './api.ts';

/** Firefox for Android has none, but the type says that it is always there. */
const { identity }: Partial<Pick<typeof api, 'identity'>> = api;

/**
 * Where a sign-in comes back to: an address that the browser itself catches, and hands to nobody but this extension. Undefined in a
 * browser that knows no sign-in of extensions.
 */
export const signInAddress = (): string | undefined => identity?.getRedirectURL('sign-in');

/** Why a browser came back without an answer: the person closed the window, would have to be asked, or the page did not load. */
export type FlowFailure = 'cancelled' | 'interaction-needed' | 'not-loaded';

/** Firefox ends a background page that asks nothing of it for half a minute, and people need longer to sign in. */
const ASK_SOMETHING_MS = 20_000;

/**
 * Goes through a sign-in with the browser's own cookies, in a window where the person may be asked something, and nowhere to be seen
 * otherwise. Never rejects.
 */
export async function launchFlow(
  url: string,
  interactive: boolean,
): Promise<{ readonly address: string } | { readonly failure: FlowFailure }> {
  const awake = setInterval(() => void api.runtime.getPlatformInfo(), ASK_SOMETHING_MS);
  try {
    const address = await identity?.launchWebAuthFlow({ url, interactive });
    return address === undefined ? { failure: 'not-loaded' } : { address };
  } catch (error) {
    return { failure: failureOf(error instanceof Error ? error.message : '') };
  } finally {
    clearInterval(awake);
  }
}

/** Neither browser has codes for it. Chromium: `chrome/browser/extensions/api/identity/identity_constants.cc`. Firefox: `ext-identity.js`. */
function failureOf(message: string): FlowFailure {
  if (/interaction/i.test(message)) return 'interaction-needed';
  return /did not approve|cancel|denied/i.test(message) ? 'cancelled' : 'not-loaded';
}
