import { dates } from '../locales/formats.ts';
import { epochMs, type Instant } from '../posture/instant.ts';

/** A day of this or another year: "November 24"; with its weekday when that is asked for: "Friday, December 4". */
export function dayText(at: Instant, now: Instant, locale: string, weekday?: 'long'): string {
  const isOfThisYear = new Date(epochMs(at)).getFullYear() === new Date(epochMs(now)).getFullYear();
  const style: Intl.DateTimeFormatOptions = {
    ...(weekday !== undefined && { weekday }),
    day: 'numeric',
    month: 'long',
    ...(!isOfThisYear && { year: 'numeric' }),
  };
  return dates(locale, style).format(epochMs(at));
}
