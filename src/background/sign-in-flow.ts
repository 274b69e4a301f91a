import { launchFlow, signInAddress } from '../browser/identity.ts';
import { browserNavigator } from '../browser/navigator.ts';
import { gatewayFailures, type SignedOutReason } from '../posture/sign-in.ts';
import { exchange, type Tokens } from '../sources/tokens.ts';

interface Wanted {
  readonly interactive: boolean;
  /** The person may choose another account than the last. */
  readonly isNewChoice?: boolean;
  /** This computer's clock is known to be wrong. */
  readonly isClockWrong?: boolean;
}

/** What a sign-in came to. */
export type SignInOutcome = { readonly tokens: Tokens } | { readonly reason: SignedOutReason };

/**
 * Signs in at the gateway: the browser goes to its sign-in and comes back with a code, which only the secret that never left this
 * worker makes good (RFC 7636). Never rejects.
 */
export async function signInAt(endpoint: string, wanted: Wanted): Promise<SignInOutcome> {
  const address = signInAddress();
  if (address === undefined) return { reason: 'failed' };
  const [state, verifier] = [secret(), secret()];
  const question = new URLSearchParams({
    redirect_uri: address,
    state,
    code_challenge: base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(verifier)))),
    code_challenge_method: 'S256',
  });
  if (!wanted.interactive) question.set('prompt', 'none');
  else if (wanted.isNewChoice) question.set('prompt', 'choose');
  const came = await launchFlow(`${endpoint}/v1/sign-in?${question}`, wanted.interactive);
  if ('failure' in came) return { reason: came.failure === 'not-loaded' ? whyNotLoaded(wanted) : came.failure };
  const read = answerIn(came.address, state);
  if ('reason' in read) return read;
  const exchanged = await exchange(endpoint, { grant: 'code', code: read.code, verifier });
  if ('tokens' in exchanged) return exchanged;
  if ('refused' in exchanged) return { reason: 'failed' };
  return { reason: exchanged.problem === 'offline' ? 'offline' : 'gateway-down' };
}

/** The answer counts only with the state that it was asked for with. */
function answerIn(address: string, state: string): { readonly code: string } | { readonly reason: SignedOutReason } {
  const told = new URL(address).searchParams;
  const code = told.get('code');
  if (told.get('state') !== state) return { reason: 'failed' };
  if (code !== null) return { code };
  const error = told.get('error');
  return { reason: gatewayFailures.find((failure) => failure === error) ?? 'failed' };
}

/** Browsers do not say. A clock that is wrong makes every certificate invalid. */
function whyNotLoaded({ isClockWrong = false }: Wanted): SignedOutReason {
  if (browserNavigator().onLine === false) return 'offline';
  return isClockWrong ? 'clock-wrong' : 'provider-down';
}

const secret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** RFC 4648 §5, without padding. */
const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
