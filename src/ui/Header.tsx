import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { Organization } from '../posture/finding.ts';
import { Icon } from './Icon.tsx';
import type { View } from './view.ts';

interface Props extends Pick<View, 'locale' | 'actions'> {
  readonly organization: Organization | null;
  readonly isChecking: boolean;
  /** False where nothing is checked. */
  readonly canCheck: boolean;
}

export function Header({ organization, isChecking, canCheck, locale, actions }: Props) {
  const { popup, actions: words } = catalogues[locale];
  const name =
    organization === null
      ? say(popup.name, {}, locale)
      : say(popup['organization-name'], { organization: organization.name }, locale);
  const checkAgain = say(words['check-again'], {}, locale);
  const settings = say(words.settings, {}, locale);
  return (
    <header class="header">
      {organization?.logo === undefined ? (
        <Icon name="stethoscope" class="logo" />
      ) : (
        <img class="logo logo-plate" src={organization.logo} alt="" />
      )}
      <span class="product" title={name}>
        {name}
      </span>
      {organization?.sample && <span class="chip">{say(popup['sample-data'], {}, locale)}</span>}
      {canCheck && (
        <button
          type="button"
          class={isChecking ? 'icon-button is-checking' : 'icon-button'}
          aria-label={checkAgain}
          aria-disabled={isChecking}
          data-control="check"
          title={checkAgain}
          onClick={() => !isChecking && actions.check()}
        >
          <Icon name="refresh" />
        </button>
      )}
      <button type="button" class="icon-button" aria-label={settings} title={settings} onClick={actions.openOptions}>
        <Icon name="settings" />
      </button>
    </header>
  );
}
