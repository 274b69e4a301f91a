import { DAY, elapsed, isAfter, later, latest, startOf } from '../posture/instant.ts';
import { type PatchStanding, patchStandingOf } from '../posture/os-patch.ts';
import { type Context, definePractice, type Judgement } from '../posture/practice.ts';

/** Days after a fix came out, and the grace period is over, from which its absence matters most. */
const WARN_AFTER_DAYS = 42;

/**
 * Days that a security patch level may be old. Makers bring out Google's fixes late; within 90 days is what Google once asked of the
 * phones that it recommends to companies (Android Enterprise Recommended).
 */
const LEVEL_DAYS = 90;
const LEVEL_WARN_DAYS = 180;

/** A policy that allows more would count beyond the calendar. */
const LONGEST_LEVEL_DAYS = 3650;

type Patched = Context<PatchStanding>;

export default definePractice({
  id: 'os-patched',
  scope: 'device',
  importance: 'warn',
  needs: ['osVersion'],
  wants: ['osBuild', 'osPatchedAt'],
  needsOn: { android: ['osPatchedAt'] },
  remedies: {
    macos: { minutes: 20, restart: true, link: 'macos-software-update' },
    windows: { minutes: 15, restart: true, link: 'windows-update' },
    linux: { minutes: 10, restart: true },
    chromeos: { minutes: 5, restart: true, link: 'chromeos-help' },
    ios: { minutes: 20, restart: true },
    ipados: { minutes: 20, restart: true },
    android: { minutes: 15, restart: true },
  },
  refer: patchStandingOf,
  rate: (_, context) => (context.platform === 'android' ? rateLevel(context) : rateVersion(context)),
});

function rateVersion({ reference, importance, graceDays, thresholds, now }: Patched): Judgement {
  const { version, newest, missingSince, completeUntil } = reference;
  const params = { version, newest };
  if (missingSince === undefined) return { observed: 'newest', rating: 'ok', params, validUntil: completeUntil };

  const days = Math.floor(elapsed(missingSince, now) / DAY);
  const counted = { ...params, days };
  if (days < graceDays) {
    return { observed: 'recent', rating: 'ok', params: counted, validUntil: later(missingSince, graceDays * DAY) };
  }
  const warnAfter = thresholds['warnAfterDays'] ?? WARN_AFTER_DAYS;
  return { observed: 'behind', rating: days < warnAfter ? 'nudge' : importance, params: counted };
}

function rateLevel({ reference, importance, graceDays, thresholds, now }: Patched): Judgement {
  const { version: levelOn, missingSince, completeUntil } = reference;
  const level = startOf(levelOn);
  const days = Math.max(0, Math.floor(elapsed(level, now) / DAY));
  const params = { levelOn, days };

  if (missingSince === undefined) return { observed: 'newest-level', rating: 'ok', params, validUntil: completeUntil };
  const oldAfter = Math.min(Math.max(thresholds['levelDays'] ?? LEVEL_DAYS, 0), LONGEST_LEVEL_DAYS);
  const okUntil = latest(later(level, oldAfter * DAY), later(missingSince, graceDays * DAY)) ?? now;
  if (isAfter(okUntil, now)) return { observed: 'level', rating: 'ok', params, validUntil: okUntil };
  return {
    observed: 'level-old',
    rating: days < (thresholds['levelWarnDays'] ?? LEVEL_WARN_DAYS) ? 'nudge' : importance,
    params,
  };
}
