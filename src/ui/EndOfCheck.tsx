import { useRef } from 'preact/hooks';
import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import { elapsed, MINUTE } from '../posture/instant.ts';
import { noticeWords } from './notice-words.ts';
import type { View } from './view.ts';

interface Props extends Pick<View, 'now'> {
  /** Undefined until the first check of all has ended. */
  readonly view: View | undefined;
  readonly isChecking: boolean;
  readonly headline: string;
}

/**
 * Tells those who do not see the page that a check has ended, and how: in one message, which stays as it is whatever changes
 * afterwards, and goes when "just now" is over. Silent about what was there when the page was opened.
 */
export function EndOfCheck({ view, isChecking, headline, now }: Props) {
  const assessedAt = view?.assessment.assessedAt;
  const told = useRef({ assessedAt, at: now, lines: [] as readonly string[] });
  if (view !== undefined && assessedAt !== told.current.assessedAt && !isChecking)
    told.current = { assessedAt, at: now, lines: [...endOf(view), headline] };
  const { at, lines } = told.current;
  const isOver = isChecking || elapsed(at, now) >= MINUTE;
  return (
    <div class="unseen" role="status">
      {!isOver && lines.map((line) => <p key={line}>{line}</p>)}
    </div>
  );
}

/** That all was asked, or what did not answer. */
function endOf(view: View): readonly string[] {
  const limits = noticeWords(view).map(({ text }) => text);
  return limits.length > 0 ? limits : [say(catalogues[view.locale].popup['checked-now'], {}, view.locale)];
}
