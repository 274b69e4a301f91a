import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { Icon } from './Icon.tsx';
import { settingsLink } from './settings-links.ts';
import type { View, Viewer } from './view.ts';

interface Props extends Pick<View, 'actions' | 'locale'> {
  /** An id of the closed list of links. */
  readonly link: string;
  readonly viewer: Viewer;
}

/** Opens the settings of this very computer, and says what the browser will ask before it does; or that it cannot. */
export function OpenSettings({ link, viewer, actions, locale }: Props) {
  const { steps } = catalogues[locale];
  const target = settingsLink(link, viewer.platform, viewer.browser);
  if (target === undefined) return <p class="quiet">{say(steps['no-link'], {}, locale)}</p>;
  const label = labelOf(link, locale);
  if (target.how === 'tab') {
    return (
      <p class="open-settings">
        <button type="button" class="button button-primary" onClick={() => actions.openTab(target.url)}>
          {label}
          <Icon name="leave" />
        </button>
      </p>
    );
  }
  return (
    <div class="open-settings">
      <a class="button button-primary" href={target.url}>
        {label}
        <Icon name="leave" />
      </a>
      <p class="quiet">
        {say(viewer.browser === 'firefox' ? steps['firefox-asks'] : steps['browser-asks'], {}, locale)}{' '}
        {say(steps['nothing-opens'], {}, locale)}
      </p>
    </div>
  );
}

function labelOf(link: string, locale: Locale): string {
  const { actions, pages } = catalogues[locale];
  const page = Object.entries(pages).find(([id]) => id === link)?.[1];
  return say(actions['open-link'], { page: page === undefined ? link : say(page, {}, locale) }, locale);
}
