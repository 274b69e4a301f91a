import { useLayoutEffect, useRef } from 'preact/hooks';
import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { OutcomeLine } from './OutcomeLine.tsx';
import { useConnection } from './use-connection.ts';

interface Props {
  readonly endpoint: string | null;
  readonly locale: Locale;
}

/** Chooses, tries and leaves the company's endpoint. */
export function ConnectionForm({ endpoint, locale }: Props) {
  const { options, actions } = catalogues[locale];
  const { outcome, test, save, disconnect, forget } = useConnection(locale);
  const input = useRef<HTMLInputElement>(null);
  const address = () => input.current?.value ?? '';
  useLayoutEffect(() => {
    if (input.current !== null) input.current.value = endpoint ?? '';
  }, [endpoint]);

  return (
    <form
      class="connection"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(address());
      }}
    >
      <label for="endpoint">{say(options.endpoint, {}, locale)}</label>
      <input
        ref={input}
        id="endpoint"
        name="endpoint"
        type="text"
        inputMode="url"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        dir="ltr"
        placeholder={say(options['endpoint-example'], {}, locale)}
        aria-describedby="endpoint-hint connection-outcome"
        aria-invalid={outcome?.state === 'failed'}
        onInput={forget}
      />
      <p id="endpoint-hint" class="quiet">
        {say(options['endpoint-hint'], {}, locale)}
      </p>
      <div class="connection-buttons">
        <button type="submit" class="button button-primary" data-action="save">
          {say(actions.save, {}, locale)}
        </button>
        <button type="button" class="button" data-action="test-connection" onClick={() => void test(address())}>
          {say(actions['test-connection'], {}, locale)}
        </button>
      </div>
      <div id="connection-outcome" role="status">
        {outcome && <OutcomeLine {...outcome} />}
      </div>
      {endpoint !== null && (
        <div class="leave">
          <button
            type="button"
            class="button"
            data-action="disconnect"
            aria-describedby="disconnect-hint"
            onClick={() => {
              // The button is about to vanish, and the focus with it.
              input.current?.focus();
              void disconnect();
            }}
          >
            {say(options.disconnect, {}, locale)}
          </button>
          <p id="disconnect-hint" class="quiet">
            {say(options['disconnect-hint'], {}, locale)}
          </p>
        </div>
      )}
    </form>
  );
}
