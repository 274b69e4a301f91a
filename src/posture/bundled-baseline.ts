import type { Baseline } from './baseline.ts';
import { browserCalendar, browserCalendarAsOf } from './browser-calendar.ts';
import { osTrains, osTrainsAsOf } from './os-trains.ts';

/**
 * The baseline that ships with this version, for those who have no company or whose company sends none. It is as old as its older
 * part. `docs/baseline.md` says where each line comes from and how to refresh it.
 */
export const bundledBaseline: Baseline = {
  asOf: browserCalendarAsOf < osTrainsAsOf ? browserCalendarAsOf : osTrainsAsOf,
  os: osTrains,
  browsers: browserCalendar,
};
