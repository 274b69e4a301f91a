import { catalogues } from '../locales/index.ts';
import { list, say } from '../locales/say.ts';
import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { isWaiting } from '../posture/present.ts';
import { Card } from './Card.tsx';
import { FindingActions } from './FindingActions.tsx';
import { FindingFacts } from './FindingFacts.tsx';
import { FindingParts } from './FindingParts.tsx';
import { agreedText, costText, dueText, findingTitle, isToDo, observedText, reasonText } from './finding-words.ts';
import { Icon } from './Icon.tsx';
import { sourceName } from './source-words.ts';
import { practiceIcon, toneOf } from './tone.ts';
import type { View } from './view.ts';
import { Why } from './Why.tsx';

export interface FindingProps {
  readonly finding: Finding;
  readonly device: AssessedDevice;
  readonly view: View;
}

interface Props extends FindingProps {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** Where the section's heading does not say it. */
  readonly showsRating: boolean;
}

/** A finding that unfolds: what it is, and inside why it matters, who says so, and what to do. */
export function FindingCard({ finding, device, view, isOpen, onToggle, showsRating }: Props) {
  const { locale } = view;
  const { practice, rating, reason } = finding;
  const line = reason === undefined ? observedText(finding, device, view) : reasonText(reason, finding, view).what;
  const isRecommended = rating === 'warn' || rating === 'nudge';
  const due = isRecommended ? dueText(finding, view) : undefined;
  const agreed = agreedText(finding, locale);
  return (
    <Card
      attributes={{ 'data-practice': practice, 'data-rating': rating, 'data-reason': reason }}
      icon={practiceIcon(finding)}
      tone={toneOf(finding)}
      title={findingTitle(finding, device, locale)}
      level={3}
      isOpen={isOpen}
      onToggle={onToggle}
      lines={
        <>
          {showsRating && isRecommended && (
            <span class="rating">{say(catalogues[locale].ratings[rating], {}, locale)}</span>
          )}
          {line !== undefined && <span class="line">{line}</span>}
          {agreed !== undefined && (
            <span class="line" data-agreed>
              {agreed}
            </span>
          )}
          {due !== undefined && (
            <span class="due">
              <Icon name="calendar" />
              {due}
            </span>
          )}
        </>
      }
    >
      <FindingBody finding={finding} device={device} view={view} />
    </Card>
  );
}

function FindingBody({ finding, device, view }: FindingProps) {
  const { locale } = view;
  const { reason } = finding;
  return (
    <>
      <FindingParts finding={finding} device={device} view={view} />
      <Why finding={finding} view={view} />
      {reason !== undefined && <p>{reasonText(reason, finding, view).next}</p>}
      <div class="meta">
        <FindingFacts finding={finding} device={device} view={view} form="sentence" />
        {isToDo(finding) && <p>{costText(finding, locale)}</p>}
        {isWaiting(finding) && <p>{confirmText(finding, view)}</p>}
      </div>
      <FindingActions finding={finding} view={view} />
    </>
  );
}

/** Who will confirm what the person said, and when to expect it. */
export function confirmText({ decidedBy }: Finding, { assessment, locale }: View): string {
  const ids = [...new Set(decidedBy.map(({ source }) => source))];
  const names = ids.map((id) => sourceName(id, assessment.sources, locale));
  return say(catalogues[locale].steps['shows-later'], { source: list(names, locale) }, locale);
}
