import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { isAgreed } from '../posture/exception.ts';
import type { Finding } from '../posture/finding.ts';
import { permissionOf } from '../posture/permission.ts';
import { isWaiting } from '../posture/present.ts';
import type { Reason } from '../posture/reason.ts';
import { buttonAbout } from './button-about.ts';
import { hasSteps, practiceName } from './finding-words.ts';
import { OutgoingLink } from './OutgoingLink.tsx';
import { contactLink } from './outgoing-link.ts';
import { SwitchOn } from './SwitchOn.tsx';
import type { View } from './view.ts';

interface Props {
  readonly finding: Finding;
  readonly view: View;
}

/** Reasons whose next step is to look for oneself: the directions show where. */
const LOOK_YOURSELF: readonly Reason[] = [
  'no-endpoint',
  'not-joined',
  'not-covered',
  'browser-cannot-know',
  'sources-disagree',
  'baseline-outdated',
];

/** What can be done about a finding, and nothing that would do nothing. */
export function FindingActions({ finding, view }: Props) {
  const { rating, reason } = finding;
  const isToDo = (rating === 'warn' || rating === 'nudge') && !isAgreed(finding);
  const isToLookAt = reason !== undefined && LOOK_YOURSELF.includes(reason);
  const showsSteps = (isToDo || isToLookAt) && hasSteps(finding, view.locale);
  const contact = reason === undefined ? undefined : contactLink(view.assessment.organization, finding.practice);
  const permission = permissionOf(finding);
  if (!showsSteps && !isToDo && permission === undefined && contact === undefined) return null;
  return (
    <div class="buttons">
      {showsSteps && <ShowSteps finding={finding} view={view} />}
      {permission !== undefined && <SwitchOn finding={finding} permission={permission} view={view} />}
      {isToDo && <ClaimButton finding={finding} view={view} />}
      {contact !== undefined && (
        <OutgoingLink {...contact} about={practiceName(finding, view.locale)} locale={view.locale} />
      )}
    </div>
  );
}

function ShowSteps({ finding, view: { actions, locale } }: Props) {
  const { practice, device } = finding;
  const label = say(catalogues[locale].actions['show-how'], {}, locale);
  const isPrimary = finding.reason === undefined && !isWaiting(finding);
  return (
    <button
      type="button"
      class={isPrimary ? 'button button-primary' : 'button'}
      aria-label={buttonAbout(label, practiceName(finding, locale), locale)}
      data-control="steps"
      onClick={() => actions.showSteps({ practice, device })}
    >
      {label}
    </button>
  );
}

/** Says that something is done, and takes it back. */
export function ClaimButton({ finding, view: { actions, locale } }: Props) {
  const { practice, device } = finding;
  const words = catalogues[locale].actions;
  const act = isWaiting(finding) ? actions.unclaim : actions.claim;
  const label = say(isWaiting(finding) ? words.undo : words['done-it'], {}, locale);
  return (
    <button
      type="button"
      class="button"
      aria-label={buttonAbout(label, practiceName(finding, locale), locale)}
      data-control="claim"
      onClick={() => act({ practice, device })}
    >
      {label}
    </button>
  );
}
