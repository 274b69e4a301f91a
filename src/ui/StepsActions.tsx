import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { isAgreed } from '../posture/exception.ts';
import type { Finding } from '../posture/finding.ts';
import { ClaimButton } from './FindingActions.tsx';
import { Icon } from './Icon.tsx';
import { OutgoingLink } from './OutgoingLink.tsx';
import { contactLink } from './outgoing-link.ts';
import type { View } from './view.ts';

interface Props {
  readonly finding: Finding;
  readonly view: View;
  readonly isChecking: boolean;
}

/** What to do after the steps, or instead of them. Always in sight. */
export function StepsActions({ finding, view, isChecking }: Props) {
  const { assessment, locale, actions } = view;
  const { rating, practice } = finding;
  const isClaimable = (rating === 'warn' || rating === 'nudge') && !isAgreed(finding);
  const contact = rating === 'ok' ? undefined : contactLink(assessment.organization, practice);
  return (
    <footer class="steps-actions">
      {isClaimable && <ClaimButton finding={finding} view={view} />}
      <button
        type="button"
        class={isChecking ? 'button is-checking' : 'button'}
        aria-disabled={isChecking}
        data-control="check"
        onClick={() => !isChecking && actions.check()}
      >
        <Icon name="refresh" />
        {say(catalogues[locale].actions['check-again'], {}, locale)}
      </button>
      {contact !== undefined && <OutgoingLink {...contact} locale={locale} />}
    </footer>
  );
}
