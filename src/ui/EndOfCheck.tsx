import { useRef } from 'preact/hooks';
import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { Instant } from '../posture/instant.ts';

interface Props {
  readonly assessedAt: Instant | undefined;
  readonly isChecking: boolean;
  readonly headline: string;
  readonly locale: Locale;
}

/** Tells those who do not see the page that a check has ended, and how. Silent about what was there when the page was opened. */
export function EndOfCheck({ assessedAt, isChecking, headline, locale }: Props) {
  const atFirst = useRef(assessedAt);
  const isNew = assessedAt !== atFirst.current && !isChecking;
  return (
    <div class="unseen" role="status">
      {isNew && (
        <>
          <p>{say(catalogues[locale].popup['checked-now'], {}, locale)}</p>
          <p>{headline}</p>
        </>
      )}
    </div>
  );
}
