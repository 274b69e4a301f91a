import type { Message } from '../locales/catalogue.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { ownAnswerTo } from '../posture/own-answer.ts';
import { buttonAbout } from './button-about.ts';
import { dayText } from './day-text.ts';
import type { FindingProps } from './FindingCard.tsx';
import { hasSteps, okStatement } from './finding-words.ts';
import { Icon } from './Icon.tsx';
import { practiceIcon } from './tone.ts';

/** Something that no browser can see: where to look, and the person's own word for it, which is never a rating. */
export function CheckYourself({ finding, device, view }: FindingProps) {
  const { locale, now, actions, ownAnswers } = view;
  const { practice, rating, reason } = finding;
  const { popup, actions: words } = catalogues[locale];
  const statement = okStatement(finding, device, locale);
  const said = ownAnswerTo(finding, ownAnswers, now);
  const ref = { device: finding.device, practice };
  return (
    <li class="row" data-practice={practice} data-rating={rating} data-reason={reason} data-tone="unknown">
      <Icon name={practiceIcon(finding)} class="row-icon" />
      <div>
        <h3 class="row-title">{say(popup['is-it-so'], { statement }, locale)}</h3>
        {said !== undefined && (
          <p class="own-answer" data-own-answer={said.isSo ? 'yes' : 'no'}>
            {say(popup[said.isSo ? 'said-yes' : 'said-no'], { day: dayText(said.answeredAt, now, locale) }, locale)}
          </p>
        )}
        <div class="buttons">
          {hasSteps(finding, locale) && (
            <Choice
              control="steps"
              label={words['where-to-look']}
              about={statement}
              locale={locale}
              act={() => actions.showSteps(ref)}
            />
          )}
          {said === undefined ? (
            <>
              <Choice
                control="answer-yes"
                label={words.yes}
                about={statement}
                locale={locale}
                act={() => actions.answer({ ...ref, isSo: true })}
              />
              <Choice
                control="answer-no"
                label={words.no}
                about={statement}
                locale={locale}
                act={() => actions.answer({ ...ref, isSo: false })}
              />
            </>
          ) : (
            <Choice
              control="unanswer"
              label={words.change}
              about={statement}
              locale={locale}
              act={() => actions.unanswer(ref)}
            />
          )}
        </div>
      </div>
    </li>
  );
}

interface ChoiceProps {
  readonly control: string;
  readonly label: Message;
  readonly about: string;
  readonly locale: Locale;
  readonly act: () => void;
}

function Choice({ control, label, about, locale, act }: ChoiceProps) {
  const button = say(label, {}, locale);
  const isLink = control === 'steps' || control === 'unanswer';
  return (
    <button
      type="button"
      class={isLink ? 'link' : 'button'}
      aria-label={buttonAbout(button, about, locale)}
      data-control={control}
      onClick={act}
    >
      {button}
    </button>
  );
}
