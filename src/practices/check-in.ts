import { DAY, elapsed, isAfter, later } from '../posture/instant.ts';
import { definePractice } from '../posture/practice.ts';

/** Days without contact after which it is said: by then, most of what was reported is too old to rely on. */
const SILENT_DAYS = 7;

/** An aside: that nobody has heard from a device says how little we know of it, not how well it is protected. */
export default definePractice({
  id: 'check-in',
  scope: 'device',
  importance: 'nudge',
  isAside: true,
  onlyWhereTold: true,
  needs: ['lastContactAt'],
  remedies: {
    macos: { minutes: 5, restart: false },
    windows: { minutes: 5, restart: false, link: 'windows-work-access' },
    linux: { minutes: 5, restart: false },
    chromeos: { minutes: 5, restart: false },
    ios: { minutes: 5, restart: false },
    ipados: { minutes: 5, restart: false },
    android: { minutes: 5, restart: false },
  },
  rate: ({ lastContactAt }, { importance, thresholds, now }) => {
    const longestDays = thresholds['silentDays'] ?? SILENT_DAYS;
    const params = { lastContactAt, longestDays, days: Math.floor(elapsed(lastContactAt, now) / DAY) };
    const end = later(lastContactAt, longestDays * DAY);
    return isAfter(end, now)
      ? { observed: 'recent', rating: 'ok', params, validUntil: end }
      : { observed: 'silent', rating: importance, params };
  },
});
