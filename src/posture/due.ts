import { elapsed, HOUR, type Instant, MINUTE } from './instant.ts';

/** What has a check made: the person asks for it, looks at what is stored, or nobody is there at all. */
export type Occasion = 'asked-for' | 'looked-at' | 'background';

/** How often this browser is checked in the background, unless a setting says otherwise. */
export const CHECK_EVERY_MINUTES = 12 * 60;

/** How long an endpoint is left alone by those who only look after it was asked, in milliseconds, whatever it answered. */
const LEFT_ALONE_MS = 15 * MINUTE;

/** No max-age is honoured for longer: by then most of what an answer says has grown too old to be judged. */
const LONGEST_MAX_AGE_MS = 7 * 24 * HOUR;

/** What is known of the last time that an endpoint was asked. */
export interface LastAsked {
  readonly askedAt: Instant;
  /** Its last good answer; null when there was none. */
  readonly answer: { readonly fetchedAt: Instant; readonly maxAgeSeconds: number } | null;
}

/**
 * Whether an endpoint is asked again: never while its answer is younger than the max-age that came with it, nor sooner than the
 * occasion allows: in the background, `everyMinutes`. A person who asks for it does not wait. What lies in the future of `now` proves
 * nothing, and is over.
 */
export function isDue(
  { askedAt, answer }: LastAsked,
  occasion: Occasion,
  now: Instant,
  everyMinutes: number = CHECK_EVERY_MINUTES,
): boolean {
  if (occasion === 'asked-for') return true;
  const isOver = (since: Instant, ms: number): boolean => {
    const age = elapsed(since, now);
    return age < 0 || age >= ms;
  };
  if (!isOver(askedAt, occasion === 'background' ? everyMinutes * MINUTE : LEFT_ALONE_MS)) return false;
  return answer === null || isOver(answer.fetchedAt, Math.min(answer.maxAgeSeconds * 1000, LONGEST_MAX_AGE_MS));
}

/** Whether a page that shows an assessment of this moment has it renewed. */
export const isWorthRenewing = (assessedAt: Instant, now: Instant): boolean =>
  isDue({ askedAt: assessedAt, answer: null }, 'looked-at', now);
