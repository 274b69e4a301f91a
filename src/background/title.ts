import { headlineTitle } from '../locales/headline-title.ts';
import { say } from '../locales/say.ts';
import { workerWords } from '../locales/worker-words.ts';
import type { Assessment } from '../posture/finding.ts';

/**
 * The icon's title: the headline in words, for those who cannot see a badge or hover over the icon. `isHere` is false where the
 * organisation wants nothing done.
 */
export function iconTitle(
  assessment: Assessment | undefined,
  locale: keyof typeof workerWords,
  isHere: boolean = true,
): string {
  const words = workerWords[locale];
  const headline = isHere ? headlineTitle(assessment, words, locale) : say(words.headlines['not-here'], {}, locale);
  return say(words.badge.title, { headline }, locale);
}
