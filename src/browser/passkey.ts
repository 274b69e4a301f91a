import { send } from './send.ts';

/** https://developer.mozilla.org/docs/Web/API/PublicKeyCredential: in pages only. */
interface Credentials {
  isUserVerifyingPlatformAuthenticatorAvailable(): Promise<boolean>;
}

const credentialsHere = (): Credentials | undefined =>
  (globalThis as { readonly PublicKeyCredential?: Credentials }).PublicKeyCredential;

/**
 * Looks whether this browser could ask for a fingerprint, a face or a PIN of this device, and tells the worker, which cannot look
 * itself. Never rejects: what a page cannot tell, the next one may.
 */
export async function tellPasskey(credentials: Credentials | undefined = credentialsHere()): Promise<void> {
  if (credentials === undefined) return;
  try {
    const isReady = await credentials.isUserVerifyingPlatformAuthenticatorAvailable();
    await send('passkey', isReady ? 'ready' : 'not-set-up');
  } catch {
    // Nothing was told, and nothing is claimed.
  }
}
