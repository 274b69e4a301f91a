import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { Instant } from '../posture/instant.ts';
import { hostOf } from '../ui/outgoing-link.ts';
import { ConnectionForm } from './ConnectionForm.tsx';
import { ConnectionState } from './ConnectionState.tsx';
import { ManagedEndpoint } from './ManagedEndpoint.tsx';
import type { StoredOptions } from './stored-options.ts';

interface Props {
  readonly stored: StoredOptions;
  readonly now: Instant;
  readonly locale: Locale;
}

/** Which company is asked, and what leaves this browser for that. */
export function Company({ stored, now, locale }: Props) {
  const { options } = catalogues[locale];
  const { endpoint, managed } = stored;
  return (
    <>
      <section>
        <h2>{say(options.company, {}, locale)}</h2>
        <ConnectionState stored={stored} now={now} locale={locale} />
        {managed?.settings.endpoint === undefined ? (
          <ConnectionForm endpoint={endpoint} locale={locale} />
        ) : (
          <ManagedEndpoint endpoint={managed.settings.endpoint} locale={locale} />
        )}
      </section>
      <section>
        <h2>{say(options.privacy, {}, locale)}</h2>
        <p>
          {endpoint === null
            ? say(options['privacy-alone'], {}, locale)
            : say(options['privacy-company'], { host: hostOf(endpoint) }, locale)}
        </p>
      </section>
    </>
  );
}
