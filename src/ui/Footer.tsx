import { catalogues } from '../locales/index.ts';
import { ago, say } from '../locales/say.ts';
import { hostOf, outgoingLink } from './outgoing-link.ts';
import type { View } from './view.ts';

/** Whom the answer comes from, how old it is, and what the company can see; or how to connect one. */
export function Footer({ view: { assessment, now, locale, management, actions } }: { readonly view: View }) {
  const { popup, actions: words } = catalogues[locale];
  const { endpoint, answeredAt, clockOffsetMs } = assessment.connection;
  if (endpoint === null) {
    return (
      <footer class="footer">
        <span>{say(popup['footer-alone'], { ago: ago(assessment.assessedAt, now, locale) }, locale)}</span>
        {management.offersCompany && (
          <button type="button" class="link" onClick={actions.openOptions}>
            {say(words['connect-company'], {}, locale)}
          </button>
        )}
      </footer>
    );
  }
  const host = hostOf(endpoint);
  const privacyUrl = outgoingLink(assessment.organization?.privacyUrl);
  return (
    <footer class="footer">
      {answeredAt === null ? (
        <bdi>{host}</bdi>
      ) : (
        <span>{say(popup.footer, { host, ago: ago(answeredAt, now, locale) }, locale)}</span>
      )}
      {privacyUrl !== undefined && (
        <a class="link" href={privacyUrl} target="_blank" rel="noopener noreferrer">
          {say(words['what-can-be-seen'], { organization: assessment.organization?.name ?? '' }, locale)}
        </a>
      )}
      {clockOffsetMs !== undefined && <span data-clock="wrong">{say(popup['clock-wrong'], { host }, locale)}</span>}
    </footer>
  );
}
