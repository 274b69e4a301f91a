import { isAgreed } from '../posture/exception.ts';
import type { Finding } from '../posture/finding.ts';
import { isWaiting } from '../posture/present.ts';
import type { Rating } from '../posture/rating.ts';
import type { IconName } from './icon-paths.ts';

/** How a rating looks: a colour of the style sheet, and always a shape of its own beside it. */
export type Tone = 'warn' | 'nudge' | 'unknown' | 'waiting' | 'ok';

export const toneIcon = {
  warn: 'warning',
  nudge: 'improve',
  unknown: 'question',
  waiting: 'clock',
  ok: 'check',
} as const satisfies Record<Tone, IconName>;

export const toneOfRating = (rating: Rating): Tone => (rating === 'not-applicable' ? 'unknown' : rating);

export const toneOf = (finding: Finding): Tone =>
  isWaiting(finding) || isAgreed(finding) ? 'waiting' : toneOfRating(finding.rating);

/** A practice without a drawing of its own gets the shield. */
const practiceIcons: Readonly<Record<string, IconName>> = {
  'screen-lock': 'screen',
  'device-integrity': 'phone',
  'os-supported': 'chip',
  firewall: 'wall',
  'browser-version': 'download',
  'automatic-updates': 'download',
  'software-updates': 'download',
  'os-patched': 'chip',
  'https-only': 'locked',
  'browser-extensions': 'puzzle',
  'passkey-ready': 'key',
  'usb-debugging': 'phone',
};

export function practiceIcon({ practice, rating }: Finding): IconName {
  if (practice === 'disk-encryption') return rating === 'warn' || rating === 'nudge' ? 'unlocked' : 'locked';
  return Object.hasOwn(practiceIcons, practice) ? (practiceIcons[practice] ?? 'shield') : 'shield';
}
