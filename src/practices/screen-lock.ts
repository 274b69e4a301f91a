import { definePractice } from '../posture/practice.ts';

/** Longest time without use until a device must lock, in seconds, unless the policy says otherwise. */
const LOCK_AFTER_SECONDS = 900;

export default definePractice({
  id: 'screen-lock',
  scope: 'device',
  isSelfCheck: true,
  importance: 'warn',
  needs: ['screenLock'],
  wants: ['screenLockAfterSeconds'],
  remedies: {
    macos: { minutes: 1, restart: false, link: 'macos-lock-screen' },
    windows: { minutes: 2, restart: false, link: 'windows-sign-in-options' },
    linux: { minutes: 1, restart: false },
    chromeos: { minutes: 1, restart: false, link: 'chromeos-lock-screen' },
    ios: { minutes: 2, restart: false },
    ipados: { minutes: 2, restart: false },
    android: { minutes: 2, restart: false },
  },
  rate: ({ screenLock, screenLockAfterSeconds: seconds }, { importance, thresholds }) => {
    const longest = thresholds['afterSeconds'] ?? LOCK_AFTER_SECONDS;
    const params = { minutes: Math.ceil((seconds ?? 0) / 60), longestMinutes: Math.floor(longest / 60) };
    if (screenLock === 'off') return { observed: 'off', rating: importance, params };
    if (seconds === undefined) return { observed: 'on', rating: 'ok', params };
    if (seconds === 0) return { observed: 'never', rating: importance, params };
    if (seconds > longest) return { observed: 'late', rating: 'nudge', params };
    return { observed: 'timed', rating: 'ok', params };
  },
});
