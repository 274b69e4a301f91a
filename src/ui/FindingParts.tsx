import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { FindingProps } from './FindingCard.tsx';
import { partText } from './finding-words.ts';
import { Icon } from './Icon.tsx';
import { toneIcon } from './tone.ts';

/** What a finding sums up, one by one: programs, protections, the company's own checks. */
export function FindingParts({ finding, device, view: { locale } }: FindingProps) {
  const parts = finding.parts.map((part) => ({ ...part, text: partText(part, finding, device, locale) }));
  if (parts.length === 0) return null;
  return (
    <ul class="parts">
      {parts.map(({ rating, text }, i) => (
        <li key={`${i} ${text}`} class="part" data-part={rating} data-tone={rating}>
          <Icon name={toneIcon[rating]} />
          <span>
            <span class="unseen">{say(catalogues[locale].ratings[rating], {}, locale)}</span> {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
