import { standingOf } from '../posture/browser-release.ts';
import { DAY, elapsed, endOf, isAfter, later } from '../posture/instant.ts';
import { definePractice } from '../posture/practice.ts';

/** Days behind, after the grace period, from which an old browser matters most. */
const WARN_AFTER_DAYS = 42;

export default definePractice({
  id: 'browser-version',
  scope: 'browser',
  importance: 'warn',
  needs: ['browserVersion'],
  remedies: {
    macos: { minutes: 2, restart: false, link: 'browser-about' },
    windows: { minutes: 2, restart: false, link: 'browser-about' },
    linux: { minutes: 5, restart: false, link: 'browser-about' },
    chromeos: { minutes: 5, restart: true, link: 'chromeos-help' },
  },
  refer: ({ browserVersion }, lookup) => standingOf(browserVersion, lookup),
  rate: (_, { reference: standing, importance, graceDays, thresholds, now }) => {
    const { version, newest, succeededAt, supportedUntil } = standing;
    if (succeededAt === undefined) return { observed: 'newest', rating: 'ok', params: { version } };

    const days = Math.floor(elapsed(succeededAt, now) / DAY);
    const params = { version, newest, days };
    if (days < graceDays)
      return { observed: 'recent', rating: 'ok', params, validUntil: later(succeededAt, graceDays * DAY) };

    if (supportedUntil !== undefined && isAfter(endOf(supportedUntil), now)) {
      const until = { ...params, untilOn: supportedUntil };
      return { observed: 'supported-until', rating: 'ok', params: until, validUntil: endOf(supportedUntil) };
    }
    const warnAfter = thresholds['warnAfterDays'] ?? WARN_AFTER_DAYS;
    return { observed: 'behind', rating: days < warnAfter ? 'nudge' : importance, params };
  },
});
