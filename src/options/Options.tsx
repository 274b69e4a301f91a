import { api } from '../browser/api.ts';
import { catalogues, pageLocale as locale } from '../locales/index.ts';
import { optionsWords } from '../locales/options-words.ts';
import { say } from '../locales/say.ts';
import { present } from '../posture/present.ts';
import { settingsInEffect } from '../posture/settings-in-effect.ts';
import { hostOf } from '../ui/outgoing-link.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { ConnectionForm } from './ConnectionForm.tsx';
import { ConnectionState } from './ConnectionState.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { InEffect } from './InEffect.tsx';
import { Permissions } from './Permissions.tsx';
import { Sight } from './Sight.tsx';
import { settingLayers } from './setting-layers.ts';
import { type StoredOptions, useStored } from './stored-options.ts';
import { useNow } from './use-now.ts';
import { usePermissions } from './use-permissions.ts';

/** The settings: which company is asked, what leaves this browser for that, and what it can see by itself. */
export function Options({ stored: atFirst }: { readonly stored: StoredOptions }) {
  const stored = useStored(atFirst);
  const now = useNow(stored.assessment);
  const permissions = usePermissions();
  const inEffect = settingsInEffect(settingLayers(stored, permissions, locale));
  const { values } = catalogues[locale];
  const options = optionsWords[locale];
  const title = say(options.title, {}, locale);
  usePageTitle(title);
  const shown = stored.assessment && present(stored.assessment, [], now);
  const computer = shown?.devices.find(({ isThisComputer }) => isThisComputer);
  const { name, version } = api.runtime.getManifest();
  return (
    <main class="options">
      <h1>{title}</h1>
      <section>
        <h2>{say(options.company, {}, locale)}</h2>
        <ConnectionState stored={stored} now={now} locale={locale} />
        <ConnectionForm endpoint={stored.endpoint} locale={locale} />
      </section>
      <section>
        <h2>{say(options.privacy, {}, locale)}</h2>
        <p>
          {stored.endpoint === null
            ? say(options['privacy-alone'], {}, locale)
            : say(options['privacy-company'], { host: hostOf(stored.endpoint) }, locale)}
        </p>
      </section>
      <Permissions locale={locale} />
      {computer !== undefined && <Sight computer={computer} locale={locale} />}
      <InEffect inEffect={inEffect} locale={locale} />
      <Diagnostics stored={stored} inEffect={inEffect} permissions={permissions} locale={locale} />
      <footer class="quiet">
        {name} {say(values.version, { version }, locale)}
      </footer>
    </main>
  );
}
