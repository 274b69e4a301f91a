import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { Assessment } from '../posture/finding.ts';
import type { SignedOutReason } from '../posture/sign-in.ts';
import { hostOf } from './outgoing-link.ts';
import { Press } from './Press.tsx';
import type { View } from './view.ts';

/** What the person cannot change alone. */
const FOR_IT: readonly SignedOutReason[] = [
  'revoked',
  'refused',
  'not-verified',
  'gateway-clock-wrong',
  'failed',
  'token-refused',
];

/** Whether it takes IT to sign in again. */
export const isForIt = ({ connection: { signedOut } }: Assessment): boolean =>
  signedOut !== undefined && FOR_IT.includes(signedOut.reason);

interface Props {
  readonly view: View;
}

/** The one thing to press while nobody is signed in; a token is entered in the settings. */
export function SignInButton({ view: { assessment, locale, actions } }: Props) {
  const { signedOut } = assessment.connection;
  const words = catalogues[locale].actions;
  if (signedOut === undefined || signedOut.isExplained) return null;
  if (signedOut.reason === 'token-missing' || signedOut.reason === 'token-refused')
    return <Press control="settings" label={words.settings} locale={locale} act={actions.openOptions} />;
  return <Press control="sign-in" label={words['sign-in']} isPrimary locale={locale} act={actions.signIn} />;
}

/** Before the first sign-in in a browser that nobody manages: what will be fetched, and who can see it. */
export function FirstSignIn({ view: { assessment, locale, actions } }: Props) {
  const { connection } = assessment;
  if (!connection.signedOut?.isExplained) return null;
  const { firstSignIn, actions: words } = catalogues[locale];
  const organization = assessment.organization?.name ?? hostOf(connection.endpoint ?? '');
  return (
    <section class="first-sign-in" data-first-sign-in>
      <p>{say(firstSignIn.fetched, { organization }, locale)}</p>
      <p>{say(firstSignIn.seen, {}, locale)}</p>
      <div class="buttons">
        <Press control="sign-in" label={words['sign-in']} isPrimary locale={locale} act={actions.signIn} />
        <Press control="not-now" label={words['not-now']} locale={locale} act={actions.putOffSignIn} />
      </div>
    </section>
  );
}
