import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { buttonAbout } from './button-about.ts';
import type { FindingProps } from './FindingCard.tsx';
import { hasSteps, observedAlone, practiceName, reasonText } from './finding-words.ts';
import { Icon } from './Icon.tsx';

/** An aside: one quiet line, and how to change it. */
export function Hint({ finding, device, view }: FindingProps) {
  const { locale, actions } = view;
  const { practice, rating, reason, scope } = finding;
  const { popup, actions: words } = catalogues[locale];
  const what = reason === undefined ? observedAlone(finding, device, locale) : reasonText(reason, finding, view).what;
  const name = practiceName(finding, locale);
  const how = say(words['show-how'], {}, locale);
  const isNamed = scope === 'browser' || reason !== undefined;
  return (
    <div class="hint" data-practice={practice} data-rating={rating} data-reason={reason}>
      <Icon name={scope === 'browser' ? 'attention' : 'clock'} />
      <p>
        {isNamed || what === undefined ? say(popup['check-and-reason'], { name, reason: what ?? '' }, locale) : what}{' '}
        {hasSteps(finding, locale) && (
          <button
            type="button"
            class="link"
            aria-label={buttonAbout(how, name, locale)}
            data-control="steps"
            onClick={() => actions.showSteps({ practice, device: finding.device })}
          >
            {how}
          </button>
        )}
      </p>
    </div>
  );
}
