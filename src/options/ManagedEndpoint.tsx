import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { OutcomeLine } from './OutcomeLine.tsx';
import { useConnection } from './use-connection.ts';

interface Props {
  readonly endpoint: string;
  readonly locale: Locale;
}

/** The endpoint that the organisation has set: to be seen and tried, not to be changed. */
export function ManagedEndpoint({ endpoint, locale }: Props) {
  const { options, actions } = catalogues[locale];
  const { outcome, test } = useConnection(locale);
  return (
    <div class="connection" data-locked>
      <label for="endpoint">{say(options.endpoint, {}, locale)}</label>
      <input
        id="endpoint"
        name="endpoint"
        type="text"
        dir="ltr"
        readOnly
        value={endpoint}
        aria-describedby="endpoint-hint connection-outcome"
      />
      <p id="endpoint-hint" class="quiet">
        {say(options['not-yours-to-change'], {}, locale)}
      </p>
      <div class="connection-buttons">
        <button type="button" class="button" data-action="test-connection" onClick={() => void test(endpoint)}>
          {say(actions['test-connection'], {}, locale)}
        </button>
      </div>
      <div id="connection-outcome" role="status">
        {outcome && <OutcomeLine {...outcome} />}
      </div>
    </div>
  );
}
