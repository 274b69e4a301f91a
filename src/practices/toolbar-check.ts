import { DAY, isAfter, later } from '../posture/instant.ts';
import { definePractice } from '../posture/practice.ts';

/** Days without an answer of the company's gateway after which it is said. */
const SILENT_DAYS = 3;

/** An aside: whether this extension can do its work says nothing of how well the computer is protected. */
export default definePractice({
  id: 'toolbar-check',
  scope: 'browser',
  importance: 'nudge',
  isAside: true,
  needs: ['toolbar'],
  remedies: {
    macos: { minutes: 1, restart: false },
    windows: { minutes: 1, restart: false },
    linux: { minutes: 1, restart: false },
    chromeos: { minutes: 1, restart: false },
  },
  rate: ({ toolbar: { release, answeredAt, pinned } }, { importance, thresholds, now }) => {
    if (release === 'too-old') return { observed: 'too-old', rating: importance };
    if (answeredAt === null) return { observed: 'never-answered', rating: importance };

    const silentAt = answeredAt && later(answeredAt, (thresholds['silentDays'] ?? SILENT_DAYS) * DAY);
    if (answeredAt !== undefined && silentAt !== undefined && !isAfter(silentAt, now))
      return { observed: 'silent', rating: importance, params: { answeredAt } };

    if (release === 'waiting') return { observed: 'waiting', rating: importance };
    if (pinned === 'no') return { observed: 'hidden', rating: importance };
    return { observed: pinned === 'yes' ? 'pinned' : 'unseen', rating: 'ok', validUntil: silentAt };
  },
});
