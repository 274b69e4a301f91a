import type { Message } from '../locales/catalogue.ts';
import { findingParams } from '../locales/finding-params.ts';
import { catalogues, type Locale, practiceWords } from '../locales/index.ts';
import { ago, list, say, weekdayOrDate } from '../locales/say.ts';
import { isAgreed } from '../posture/exception.ts';
import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { DAY, elapsed, isAfter } from '../posture/instant.ts';
import type { Part } from '../posture/practice.ts';
import { isWaiting } from '../posture/present.ts';
import type { Reason } from '../posture/reason.ts';
import type { Signal } from '../posture/signal.ts';
import { dayText } from './day-text.ts';
import { sourceName, sourceNameFirst } from './source-words.ts';
import type { View } from './view.ts';

/** The name of the practice; its id for one that this version has no words for. */
export const practiceName = ({ practice }: Finding, locale: Locale): string => {
  const words = practiceWords(locale, practice);
  return words === undefined ? practice : say(words.name, {}, locale);
};

/** "Disk encryption is on", "Turn on disk encryption", "Disk encryption", by the rating. */
export function findingTitle(finding: Finding, device: Pick<AssessedDevice, 'platform'>, locale: Locale): string {
  const words = practiceWords(locale, finding.practice);
  if (words === undefined || finding.rating === 'unknown' || isAgreed(finding)) return practiceName(finding, locale);
  return say(finding.rating === 'ok' ? words.ok : words.fix, findingParams(finding, device.platform, locale), locale);
}

/** What holds when the practice is followed: "Disk encryption is on". */
export const okStatement = (finding: Finding, device: AssessedDevice, locale: Locale): string =>
  findingTitle({ ...finding, rating: 'ok' }, device, locale);

/** What was observed, and since when if that is a day or more; undefined for what is not known. */
export function observedText(finding: Finding, device: AssessedDevice, { now, locale }: View): string | undefined {
  const observed = observedAlone(finding, device, locale);
  if (observed === undefined) return undefined;
  if (finding.since === undefined || elapsed(finding.since, now) < DAY) return observed;
  const since = weekdayOrDate(finding.since, now, locale);
  return say(catalogues[locale].popup['observed-since'], { observed, since }, locale);
}

/** What was observed; undefined for what is not known. */
export function observedAlone(finding: Finding, { platform }: AssessedDevice, locale: Locale): string | undefined {
  const { practice, observed } = finding;
  const message = observed === undefined ? undefined : observedMessage(practice, observed, locale);
  return message === undefined ? undefined : say(message, findingParams(finding, platform, locale), locale);
}

/** One of the things that the finding sums up; the practice's name for one that this version has no words for. */
export function partText({ observed, params }: Part, finding: Finding, { platform }: AssessedDevice, locale: Locale) {
  const message = observedMessage(finding.practice, observed, locale);
  if (message === undefined) return practiceName(finding, locale);
  return say(message, findingParams({ ...finding, params }, platform, locale), locale);
}

/** Ids come from storage and values from outside: only the practice's own words count. */
function observedMessage(practice: string, id: string, locale: Locale): Message | undefined {
  const observed = practiceWords(locale, practice)?.observed;
  return observed !== undefined && Object.hasOwn(observed, id) ? observed[id] : undefined;
}

/** The browser that the page is looked at in, as it is called at the beginning of a sentence or in its middle. */
export function browserName({ viewer, locale }: View, at: 'first' | 'middle' = 'middle'): string {
  const { browsers, popup } = catalogues[locale];
  const browser = viewer?.browser ?? 'other';
  return say(browser === 'other' && at === 'first' ? popup['this-browser'] : browsers[browser], {}, locale);
}

/** Why something is unknown, and what the person can do about it. */
export function reasonText(
  reason: Reason,
  finding: Finding,
  view: View,
): { readonly what: string; readonly next: string } {
  const { assessment, locale } = view;
  const { reasons } = catalogues[locale];
  const params = {
    sources: list(
      finding.blamed.map((id) => sourceName(id, assessment.sources, locale)),
      locale,
    ),
    browser: browserName(view, 'first'),
  };
  return { what: say(reasons[reason].what, params, locale), next: say(reasons[reason].next, params, locale) };
}

/** What a source said that did not decide: "Intune said: FileVault is on, 2 days ago". */
export function saidText(signal: Signal, finding: Finding, device: AssessedDevice, view: View): string {
  const { assessment, now, locale } = view;
  const { popup } = catalogues[locale];
  const told = { ago: ago(signal.observedAt, now, locale) };
  const observed = valueText(signal, finding, device, locale);
  if (observed === undefined)
    return say(
      popup['reported-by'],
      { ...told, source: sourceName(signal.source, assessment.sources, locale) },
      locale,
    );
  const source = sourceNameFirst(signal.source, assessment.sources, locale);
  return say(popup['also-said'], { ...told, source, observed }, locale);
}

/** A value in the words of its practice where it has some, as it stands where it is a plain version, else not at all. */
function valueText(
  { fact, value }: Signal,
  finding: Finding,
  device: AssessedDevice,
  locale: Locale,
): string | undefined {
  const { values } = catalogues[locale];
  if (fact === 'screenLockAfterSeconds' && typeof value === 'number')
    return say(values['locks-after'], { minutes: Math.ceil(value / 60) }, locale);
  if (fact === 'browserVersion' && typeof value === 'object' && value !== null && 'version' in value)
    return say(values.version, { version: String(value.version) }, locale);
  if (typeof value !== 'string') return undefined;
  if (fact === 'osVersion' || fact === 'osBuild') return say(values.version, { version: value }, locale);
  const message = observedMessage(finding.practice, value, locale);
  return message === undefined ? undefined : say(message, findingParams(finding, device.platform, locale), locale);
}

/** What is asked for; undefined for a practice without words. */
export function expectedText(finding: Finding, { platform }: AssessedDevice, locale: Locale): string | undefined {
  const words = practiceWords(locale, finding.practice);
  if (words === undefined) return undefined;
  const expected = say(words.expected, findingParams(finding, platform, locale), locale);
  return say(catalogues[locale].popup.asked, { expected }, locale);
}

/** Minutes of attention and whether a restart is needed; undefined where there is nothing to do. */
export function costText({ remedy }: Finding, locale: Locale): string | undefined {
  if (remedy === undefined) return undefined;
  const { popup } = catalogues[locale];
  return say(remedy.restart ? popup['cost-restart'] : popup.cost, { minutes: remedy.minutes }, locale);
}

/** The company's deadline, where it set one: "Please by Friday, December 4". */
export function dueText({ dueAt, agreed }: Finding, { now, locale }: View): string | undefined {
  if (dueAt === undefined || agreed !== undefined) return undefined;
  const { popup } = catalogues[locale];
  const message = isAfter(now, dueAt) ? popup['due-past'] : popup['due-by'];
  return say(message, { day: dayText(dueAt, now, locale, 'long') }, locale);
}

/** What the company has agreed to, and its reason: "Agreed with IT until March 31, 2026: …". */
export function agreedText({ agreed }: Finding, locale: Locale): string | undefined {
  if (agreed === undefined) return undefined;
  const { popup } = catalogues[locale];
  return say(popup['agreed-until'], { untilOn: agreed.until, why: agreed.why }, locale);
}

/** Whether it is for the person to do: recommended, and neither done by their word nor agreed to wait. */
export const isToDo = (finding: Finding): boolean =>
  (finding.rating === 'warn' || finding.rating === 'nudge') && !isWaiting(finding) && !isAgreed(finding);

/** Whether there are directions for the platform of the finding's device. */
export const hasSteps = ({ practice, remedy }: Finding, locale: Locale): boolean =>
  remedy !== undefined && remedy.platform !== 'unknown' && practiceWords(locale, practice) !== undefined;
