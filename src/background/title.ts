import { headlineTitle } from '../locales/headline-title.ts';
import { say } from '../locales/say.ts';
import { workerWords } from '../locales/worker-words.ts';
import type { Assessment } from '../posture/finding.ts';

/** The icon's title: the headline in words, for those who cannot see a badge or hover over the icon. */
export function iconTitle(assessment: Assessment | undefined, locale: keyof typeof workerWords): string {
  const words = workerWords[locale];
  return say(words.badge.title, { headline: headlineTitle(assessment, words, locale) }, locale);
}
