import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { FindingProps } from './FindingCard.tsx';
import { practiceName, reasonText } from './finding-words.ts';
import { Icon } from './Icon.tsx';
import { practiceIcon } from './tone.ts';

/** A check that this browser makes impossible for everybody, in one line. */
export function QuietRow({ finding, view }: FindingProps) {
  const { practice, rating, reason } = finding;
  const { locale } = view;
  const name = practiceName(finding, locale);
  return (
    <li class="row" data-practice={practice} data-rating={rating} data-reason={reason} data-tone="unknown">
      <Icon name={practiceIcon(finding)} class="row-icon" />
      <p class="quiet">
        {reason === undefined
          ? name
          : say(
              catalogues[locale].popup['check-and-reason'],
              { name, reason: reasonText(reason, finding, view).what },
              locale,
            )}
      </p>
    </li>
  );
}
