import { catalogues, type Locale } from '../locales/index.ts';
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
  return (
    <div class="state" role="status">
      {stateTexts(endpoint, assessment, now, locale).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

function stateTexts(
  endpoint: string | null,
  assessment: Assessment | undefined,
  now: Instant,
  locale: Locale,
): readonly string[] {
  const { options } = catalogues[locale];
  if (endpoint === null) return [say(options['not-set'], {}, locale)];
  if (assessment?.connection.endpoint !== endpoint) return [say(options.testing, { host: hostOf(endpoint) }, locale)];
  const { problem, answeredAt } = assessment.connection;
  const last = answeredAt === null ? [] : [say(options['last-answer'], { ago: ago(answeredAt, now, locale) }, locale)];
  if (problem !== null) return [problemText(problem, endpoint, locale), ...last];
  return [
    say(options['connected-to'], { organization: assessment.organization?.name ?? hostOf(endpoint) }, locale),
    say(options['lists-devices'], { count: companyDevices(assessment).length }, locale),
    ...last,
  ];
}
