import { DAY, type Instant, instant } from './instant.ts';

/**
 * The first of Microsoft's patch days after a day: the second Tuesday of a month, on which every supported Windows gets fixes
 * (https://learn.microsoft.com/windows/deployment/update/release-cycle).
 */
export function patchDayAfter(day: string): Instant {
  const from = new Date(day);
  const [thisMonth, nextMonth] = [0, 1].map((months) =>
    secondTuesday(from.getUTCFullYear(), from.getUTCMonth() + months),
  );
  return instant(thisMonth !== undefined && thisMonth > from.getTime() ? thisMonth : (nextMonth ?? from.getTime()));
}

const TUESDAY = 2;

function secondTuesday(year: number, month: number): number {
  const first = Date.UTC(year, month, 1);
  const untilTuesday = (TUESDAY - new Date(first).getUTCDay() + 7) % 7;
  return first + (untilTuesday + 7) * DAY;
}
