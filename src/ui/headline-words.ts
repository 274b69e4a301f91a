import { headlineTitle } from '../locales/headline-title.ts';
import { catalogues, practiceWords } from '../locales/index.ts';
import { ago, say } from '../locales/say.ts';
import type { Assessment, Finding } from '../posture/finding.ts';
import { firstToFix, type Headline, headline } from '../posture/summary.ts';
import { isComputerHeadline } from '../posture/which-computer.ts';
import { findingTitle } from './finding-words.ts';
import { hostOf } from './outgoing-link.ts';
import type { Management, View } from './view.ts';

/** The sentence on top of the page, which speaks of all devices, and the line under it. */
export interface HeadlineWords {
  readonly title: string;
  readonly lead: string;
}

/** More minutes than this are not asked for in passing. */
const IN_PASSING = 30;

export function headlineWords(view: View): HeadlineWords {
  const { assessment, locale } = view;
  return {
    title: headlineTitle(assessment, catalogues[locale], locale, (id) => practiceWords(locale, id)?.topic),
    lead: leadOf(headline(assessment), view),
  };
}

function leadOf(told: Headline, view: View): string {
  const { id } = told;
  const { assessment, now, locale } = view;
  const { leads, signedOut } = catalogues[locale];
  const { connection } = assessment;
  if (connection.signedOut !== undefined)
    return say(signedOut[connection.signedOut.reason], { host: hostOf(connection.endpoint ?? '') }, locale);
  if (id === 'other-account') return '';
  const first = firstToFix(assessment);
  if (first !== undefined) return fixLead(first, view);
  if (id === 'disagree') return say(leads[id], { others: told.others }, locale);
  if (id.startsWith('switched-off-')) return say(leads['switched-off'], {}, locale);
  if (id === 'all-done') {
    const at = assessment.connection.answeredAt ?? assessment.assessedAt;
    return say(leads[id], { devices: assessment.devices.length, ago: ago(at, now, locale) }, locale);
  }
  if (isComputerHeadline(told)) return say(leads['not-joined'], {}, locale);
  if (id === 'first-run' || id === 'waiting' || id === 'no-devices' || id === 'unknown-only')
    return say(leads[id], {}, locale);
  return '';
}

function fixLead(first: Finding, { assessment, locale }: View): string {
  const { leads } = catalogues[locale];
  const minutes = first.remedy?.minutes ?? 0;
  const title = findingTitle(first, deviceOf(first, assessment), locale);
  return say(minutes > IN_PASSING ? leads['fix-long'] : leads.fix, { minutes, title }, locale);
}

const deviceOf = ({ device }: Finding, { devices }: Assessment) =>
  devices.find(({ id }) => id === device) ?? { platform: 'unknown' as const };

/**
 * The same where no assessment is shown: nothing has been checked yet, the first check could not be made, or device management has not
 * said yet whether there is to be one, or has said no.
 */
export function headlineWithoutAssessment(
  locale: View['locale'],
  isChecking: boolean,
  standing: Management['standing'],
): HeadlineWords {
  const { headlines, leads, reasons } = catalogues[locale];
  if (standing === 'not-here') return { title: say(headlines['not-here'], {}, locale), lead: '' };
  if (standing === 'awaited')
    return { title: say(headlines['settings-awaited'], {}, locale), lead: say(leads['not-checked-yet'], {}, locale) };
  const id = 'not-checked-yet';
  return isChecking
    ? { title: headlineTitle(undefined, catalogues[locale], locale), lead: say(leads[id], {}, locale) }
    : { title: say(reasons[id].what, {}, locale), lead: say(reasons[id].next, {}, locale) };
}
