import { api } from '../browser/api.ts';
import { catalogues, pageLocale } from '../locales/index.ts';
import { optionsWords } from '../locales/options-words.ts';
import { say } from '../locales/say.ts';
import { present } from '../posture/present.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { Company } from './Company.tsx';
import { Diagnostics } from './Diagnostics.tsx';
import { InEffect } from './InEffect.tsx';
import { Permissions } from './Permissions.tsx';
import { Sight } from './Sight.tsx';
import { SignIn } from './SignIn.tsx';
import { effectOf } from './setting-layers.ts';
import { type StoredOptions, useStored } from './stored-options.ts';
import { useNow } from './use-now.ts';
import { usePermissions } from './use-permissions.ts';

/** The settings: which company is asked, what leaves this browser for that, and what it can see by itself. */
export function Options({ stored: atFirst }: { readonly stored: StoredOptions }) {
  const stored = useStored(atFirst);
  const now = useNow(stored.assessment);
  const hasDeadlines = stored.endpoint !== null && stored.managed?.settings.notifications !== false;
  const permissions = usePermissions(hasDeadlines);
  const locale = pageLocale(atFirst.managed?.settings.locale);
  const inEffect = effectOf(stored, permissions, locale);
  const { values, headlines } = catalogues[locale];
  const options = optionsWords[locale];
  const title = say(options.title, {}, locale);
  usePageTitle(title);
  const shown = stored.assessment && present(stored.assessment, [], now);
  const computer = shown?.devices.find(({ isThisComputer }) => isThisComputer);
  const { name, version } = api.runtime.getManifest();
  return (
    <main class="options">
      <h1>{title}</h1>
      {stored.managed?.isHere === false ? (
        <section>
          <p data-standing="not-here">{say(headlines['not-here'], {}, locale)}</p>
        </section>
      ) : (
        <>
          <Company stored={stored} now={now} locale={locale} />
          <SignIn stored={stored} mode={inEffect.settings.signIn.value} locale={locale} />
          <Permissions hasDeadlines={hasDeadlines} locale={locale} />
        </>
      )}
      {computer !== undefined && <Sight computer={computer} locale={locale} />}
      <InEffect inEffect={inEffect} locale={locale} />
      <Diagnostics stored={stored} inEffect={inEffect} permissions={permissions} locale={locale} />
      <footer class="quiet">
        {name} {say(values.version, { version }, locale)}
      </footer>
    </main>
  );
}
