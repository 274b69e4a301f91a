import { DAY, isAfter, later } from '../posture/instant.ts';
import { definePractice } from '../posture/practice.ts';

export default definePractice({
  id: 'software-updates',
  scope: 'device',
  importance: 'nudge',
  needs: ['pendingUpdates'],
  remedies: {
    macos: { minutes: 20, restart: true, link: 'macos-software-update' },
    windows: { minutes: 15, restart: true, link: 'windows-update' },
    linux: { minutes: 10, restart: true },
  },
  rate: ({ pendingUpdates: { count, security = 0, oldestAt } }, { importance, graceDays, now }) => {
    const params = { count, security, graceDays };
    if (count + security === 0) return { observed: 'none', rating: 'ok', params };

    // Without a date, nobody can say that they have waited too long: that is worth a nudge at most.
    const graceEnd = oldestAt === undefined ? undefined : later(oldestAt, graceDays * DAY);
    const isLate = graceEnd !== undefined && !isAfter(graceEnd, now);
    if (security > 0) {
      const end = isLate ? undefined : graceEnd;
      return { observed: 'security', rating: isLate ? importance : 'nudge', params, validUntil: end };
    }
    if (graceEnd !== undefined && !isLate) return { observed: 'recent', rating: 'ok', params, validUntil: graceEnd };
    return { observed: 'waiting', rating: isLate ? importance : 'nudge', params };
  },
});
