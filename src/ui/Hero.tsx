import type { ComponentChildren } from 'preact';
import type { Locale } from '../locales/index.ts';
import type { Rating } from '../posture/rating.ts';
import type { HeadlineWords } from './headline-words.ts';
import { Mark } from './Mark.tsx';
import { OutgoingLink } from './OutgoingLink.tsx';
import type { ContactLink } from './outgoing-link.ts';
import { type Tone, toneIcon } from './tone.ts';

interface Props {
  readonly words: HeadlineWords;
  readonly tone: Tone;
  /** Absent before the first check: then there is nothing to rate. */
  readonly rating?: Rating;
  readonly locale: Locale;
  /** Whom to ask, where the headline is something that only they can change. */
  readonly contact?: ContactLink | undefined;
  /** What can be answered, where the headline is a question. */
  readonly answers?: ComponentChildren;
  /** What to press, beside the headline. */
  readonly children?: ComponentChildren;
}

export function Hero({ words, tone, rating, locale, contact, answers, children }: Props) {
  return (
    <div class="hero" data-overall={rating} data-tone={tone}>
      <Mark icon={rating === undefined ? 'stethoscope' : toneIcon[tone]} tone={tone} size="large" />
      <div>
        <h1>{words.title}</h1>
        {words.lead !== '' && <p>{words.lead}</p>}
        {contact !== undefined && <OutgoingLink {...contact} locale={locale} />}
        {answers}
      </div>
      {children}
    </div>
  );
}
