import type { Locale } from '../locales/index.ts';
import { optionsWords } from '../locales/options-words.ts';
import { say } from '../locales/say.ts';
import { type SettingName, settingNames } from '../posture/settings.ts';
import type { SettingInEffect, SettingsInEffect } from '../posture/settings-in-effect.ts';
import { originText, refusalText, settingText } from './setting-text.ts';

interface Props {
  readonly inEffect: SettingsInEffect;
  readonly locale: Locale;
}

/** Every setting, its value and who decided it. */
export function InEffect({ inEffect: { settings, refused }, locale }: Props) {
  const options = optionsWords[locale];
  const endpoint = settings.endpoint.value;
  return (
    <section>
      <h2>{say(options['in-effect'], {}, locale)}</h2>
      <p>{say(options['in-effect-hint'], {}, locale)}</p>
      <dl class="in-effect">
        {settingNames.map((name) => (
          <Row key={name} name={name} {...settings[name]} endpoint={endpoint} locale={locale} />
        ))}
      </dl>
      {refused.length > 0 && (
        <ul class="refused">
          {refused.map((refusal) => (
            <li key={`${refusal.origin} ${refusal.name}`} data-refused={refusal.reason}>
              {refusalText(refusal, endpoint, locale)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps extends SettingInEffect {
  readonly name: SettingName;
  readonly endpoint: string | null;
  readonly locale: Locale;
}

function Row({ name, value, origin, endpoint, locale }: RowProps) {
  return (
    <div data-setting={name} data-origin={origin}>
      <dt>{say(optionsWords[locale][`setting-${name}`], {}, locale)}</dt>
      <dd>
        <bdi>{settingText(name, value, locale)}</bdi>
      </dd>
      <dd class="quiet">{originText(origin, endpoint, locale)}</dd>
    </div>
  );
}
