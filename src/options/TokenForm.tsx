import { useRef } from 'preact/hooks';
import { send } from '../browser/send.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { optionsWords } from '../locales/options-words.ts';
import { say } from '../locales/say.ts';
import { Press } from '../ui/Press.tsx';

interface Props {
  readonly isUsed: boolean;
  readonly locale: Locale;
}

/** Takes a token that the person was given, for as long as the browser runs. */
export function TokenForm({ isUsed, locale }: Props) {
  const { actions } = catalogues[locale];
  const options = optionsWords[locale];
  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    const { current } = input;
    if (current === null) return;
    // A text that can be no token is not taken, and the sentence above stays.
    void send('set-token', current.value).catch(() => undefined);
    current.value = '';
  };
  return (
    <form
      class="connection"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label for="token">{say(options['your-token'], {}, locale)}</label>
      <input
        ref={input}
        id="token"
        name="token"
        type="password"
        autocomplete="off"
        dir="ltr"
        aria-describedby="token-hint"
      />
      <p id="token-hint" class="quiet">
        {say(options['token-hint'], {}, locale)}
      </p>
      <div class="connection-buttons">
        <button type="submit" class="button button-primary" data-action="set-token">
          {say(actions.save, {}, locale)}
        </button>
        {isUsed && (
          <Press
            control="sign-out"
            label={options['forget-token']}
            locale={locale}
            act={() => void send('sign-out').catch(() => undefined)}
          />
        )}
      </div>
    </form>
  );
}
