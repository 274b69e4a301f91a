import { dates } from '../locales/formats.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { list, say, weekdayOrDate } from '../locales/say.ts';
import type { Assessment } from '../posture/finding.ts';
import { elapsed, epochMs, HOUR, type Instant } from '../posture/instant.ts';
import { type Notice, notices } from '../posture/notices.ts';
import { type ContactLink, contactLink, hostOf } from './outgoing-link.ts';
import type { View } from './view.ts';

/** A line between headline and list: what limits the answer, what is behind it, and whom to tell. */
export interface NoticeWords {
  readonly id: string;
  readonly text: string;
  readonly detail?: string | undefined;
  readonly contact?: ContactLink | undefined;
}

/** What holds for all devices. That this computer is not joined is said where it is shown. */
export const noticeWords = (view: View): readonly NoticeWords[] =>
  notices(view.assessment, view.now)
    .filter(({ id }) => id !== 'not-joined')
    .map((notice) => ({ id: notice.id, text: textOf(notice, view), ...extrasOf(notice, view) }));

function textOf(notice: Notice, { assessment, now, locale }: View): string {
  const message = catalogues[locale].notices[notice.id];
  const host = hostOf(assessment.connection.endpoint ?? '');
  if ('sources' in notice) {
    const sources = list(
      notice.sources.map(({ name }) => name),
      locale,
    );
    return say(message, { sources }, locale);
  }
  if ('version' in notice) return say(message, { version: notice.version }, locale);
  if (!('since' in notice)) return say(message, { host }, locale);
  const when = notice.id === 'endpoint-down' ? weekdayOrDate : dayAndTime;
  return say(message, { host, when: when(notice.since, now, locale) }, locale);
}

/** The weekday and the time of something recent, the date of anything else: "Friday 2:10 PM". */
function dayAndTime(at: Instant, now: Instant, locale: Locale): string {
  if (elapsed(at, now) > 6 * 24 * HOUR) return weekdayOrDate(at, now, locale);
  const style: Intl.DateTimeFormatOptions = { weekday: 'long', hour: 'numeric', minute: '2-digit' };
  return dates(locale, style).format(epochMs(at));
}

function extrasOf({ id }: Notice, { assessment, locale }: View): Pick<NoticeWords, 'detail' | 'contact'> {
  const { endpoint, problem } = assessment.connection;
  const isOfEndpoint = id === 'endpoint-down' || id === 'endpoint-failing' || id === 'first-answer-missing';
  if (!isOfEndpoint || problem === null) return {};
  return {
    detail: say(catalogues[locale].connection[problem], { host: hostOf(endpoint ?? '') }, locale),
    contact: id === 'endpoint-down' ? contactLink(assessment.organization) : undefined,
  };
}

/** What the answer spoke of and the page does not show. */
export function omittedTexts({ omitted }: Assessment, locale: Locale): readonly string[] {
  const words = catalogues[locale].notices;
  const lines = [
    { count: omitted.retired, message: words['omitted-retired'] },
    { count: omitted.overLimit, message: words['omitted-over-limit'] },
    { count: omitted.unreadable, message: words['omitted-unreadable'] },
  ];
  return lines.filter(({ count }) => count > 0).map(({ count, message }) => say(message, { count }, locale));
}
