import type { OsFix, OsTrain } from '../baseline.ts';

/** Left the bulletins; Google publishes no end of support. */
const ended = { supportedUntil: null, ended: true };

/** The levels of the Android security bulletins, newest first, each with the day from which it counts. */
const bulletins: readonly OsFix[] = [
  { version: '2026-11-01', releasedAt: '2026-11-02' },
  ...['2026-09-01', '2026-06-01', '2026-04-01', '2026-03-01', '2026-02-01'].map((level) => ({
    version: level,
    releasedAt: level,
  })),
];
const inBulletins = { supportedUntil: null, asOf: '2026-11-04', fixes: [...bulletins] };

export const android: readonly OsTrain[] = [
  { release: '9', ...ended, releasedAt: '2022-01-01' },
  { release: '10', ...ended, releasedAt: '2023-03-06' },
  { release: '11', ...ended, releasedAt: '2024-02-05' },
  { release: '12', ...ended, releasedAt: '2025-03-03' },
  { release: '13', ...ended, releasedAt: '2026-03-02' },
  { release: '14', ...inBulletins },
  { release: '15', ...inBulletins },
  { release: '16', ...inBulletins },
  { release: '17', ...inBulletins, releasedAt: '2026-06-16' },
];
