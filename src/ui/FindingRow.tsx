import { FindingActions } from './FindingActions.tsx';
import type { FindingProps } from './FindingCard.tsx';
import { FindingFacts } from './FindingFacts.tsx';
import { FindingParts } from './FindingParts.tsx';
import { findingTitle, observedText, reasonText } from './finding-words.ts';
import { Icon } from './Icon.tsx';
import { practiceIcon, toneOf } from './tone.ts';

/** A finding inside a group, all of it in sight. */
export function FindingRow({ finding, device, view }: FindingProps) {
  const { practice, rating, reason } = finding;
  const unknown = reason === undefined ? undefined : reasonText(reason, finding, view);
  return (
    <li class="row" data-practice={practice} data-rating={rating} data-reason={reason} data-tone={toneOf(finding)}>
      <Icon name={practiceIcon(finding)} class="row-icon" />
      <div>
        <h3 class="row-title">{findingTitle(finding, device, view.locale)}</h3>
        <div class="meta">
          <p>{unknown?.what ?? observedText(finding, device, view)}</p>
          <FindingFacts finding={finding} device={device} view={view} form="line" />
        </div>
        <FindingParts finding={finding} device={device} view={view} />
        {unknown !== undefined && <p>{unknown.next}</p>}
        <FindingActions finding={finding} view={view} />
      </div>
    </li>
  );
}
