import type { Locale } from '../locales/index.ts';
import { optionsWords } from '../locales/options-words.ts';
import { ago, say } from '../locales/say.ts';
import type { Assessment } from '../posture/finding.ts';
import type { Instant } from '../posture/instant.ts';
import { companyDevices } from '../posture/summary.ts';
import { hostOf } from '../ui/outgoing-link.ts';
import type { StoredOptions } from './stored-options.ts';
import { problemText } from './use-connection.ts';

interface Props {
  readonly stored: StoredOptions;
  readonly now: Instant;
  readonly locale: Locale;
}

/** How the chosen endpoint answered at the last check. */
export function ConnectionState({ stored: { endpoint, assessment }, now, locale }: Props) {
  const last = assessment?.connection.endpoint === endpoint ? assessment?.connection.answeredAt : undefined;
  return (
    <div class="state">
      <div role="status">
        {stateTexts(endpoint, assessment, locale).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {/* Not a message: it grows older every minute. */}
      {last && <p>{say(optionsWords[locale]['last-answer'], { ago: ago(last, now, locale) }, locale)}</p>}
    </div>
  );
}

function stateTexts(endpoint: string | null, assessment: Assessment | undefined, locale: Locale): readonly string[] {
  const options = optionsWords[locale];
  if (endpoint === null) return [say(options['not-set'], {}, locale)];
  if (assessment?.connection.endpoint !== endpoint) return [say(options.testing, { host: hostOf(endpoint) }, locale)];
  const { problem, signedOut } = assessment.connection;
  // What that means for signing in is told where one can do so.
  if (problem === 'unauthorised' && signedOut !== undefined) return [connectedTo(endpoint, assessment, locale)];
  if (problem !== null) return [problemText(problem, endpoint, locale)];
  return [
    connectedTo(endpoint, assessment, locale),
    say(options['lists-devices'], { count: companyDevices(assessment).length }, locale),
  ];
}

const connectedTo = (endpoint: string, { organization }: Assessment, locale: Locale): string =>
  say(optionsWords[locale]['connected-to'], { organization: organization?.name ?? hostOf(endpoint) }, locale);
