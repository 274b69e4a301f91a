import { send } from '../browser/send.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { optionsWords } from '../locales/options-words.ts';
import { say } from '../locales/say.ts';
import type { SettingValue } from '../posture/settings.ts';
import { hostOf } from '../ui/outgoing-link.ts';
import { Press } from '../ui/Press.tsx';
import type { StoredOptions } from './stored-options.ts';
import { TokenForm } from './TokenForm.tsx';

interface Props {
  readonly stored: StoredOptions;
  /** How the company wants people to sign in. */
  readonly mode: SettingValue<'signIn'>;
  readonly locale: Locale;
}

/** Who is signed in, and how to change that. Nothing where a company wants no sign-in, or there is none. */
export function SignIn({ stored, mode, locale }: Props) {
  const { endpoint, managed } = stored;
  if (endpoint === null || (mode !== 'gateway' && mode !== 'token')) return null;
  const options = optionsWords[locale];
  const isOut = signedOutOf(stored) !== undefined;
  return (
    <section data-sign-in={isOut ? 'out' : 'in'}>
      <h2>{say(options['sign-in'], {}, locale)}</h2>
      <p role="status">{stateText(stored, mode, locale)}</p>
      {mode === 'gateway' && <InOrOut isOut={isOut} locale={locale} />}
      {mode === 'token' && managed?.hasToken !== true && <TokenForm isUsed={!isOut} locale={locale} />}
      {mode === 'token' && managed?.hasToken && <p class="quiet">{say(options['not-yours-to-change'], {}, locale)}</p>}
    </section>
  );
}

/** Of another endpoint than the chosen one nothing is known. */
const signedOutOf = ({ endpoint, assessment }: StoredOptions) =>
  assessment?.connection.endpoint === endpoint ? assessment?.connection.signedOut : undefined;

function stateText(stored: StoredOptions, mode: Props['mode'], locale: Locale): string {
  const { signedOut: words } = catalogues[locale];
  const options = optionsWords[locale];
  const { endpoint, answers } = stored;
  const signedOut = signedOutOf(stored);
  if (signedOut !== undefined) return say(words[signedOut.reason], { host: hostOf(endpoint ?? '') }, locale);
  if (mode === 'token') return say(options['token-in-use'], {}, locale);
  const name = answers?.endpoint === endpoint ? answers?.posture?.document.person.name : undefined;
  return name === undefined
    ? say(options['signing-in'], {}, locale)
    : say(options['signed-in-as'], { person: name }, locale);
}

function InOrOut({ isOut, locale }: { readonly isOut: boolean; readonly locale: Locale }) {
  const { actions } = catalogues[locale];
  const options = optionsWords[locale];
  // What comes of it is told through storage.
  const ask = (command: 'sign-in' | 'sign-out') => void send(command).catch(() => undefined);
  return (
    <div class="leave">
      {isOut ? (
        <Press control="sign-in" label={actions['sign-in']} isPrimary locale={locale} act={() => ask('sign-in')} />
      ) : (
        <Press control="sign-out" label={actions['sign-out']} locale={locale} act={() => ask('sign-out')} />
      )}
      {!isOut && <p class="quiet">{say(options['sign-out-hint'], {}, locale)}</p>}
    </div>
  );
}
