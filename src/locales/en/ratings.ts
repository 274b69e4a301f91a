import type { Rating } from '../../posture/rating.ts';
import type { Message } from '../catalogue.ts';

export default {
  ok: 'Done',
  nudge: 'Suggested',
  warn: 'Highly recommended',
  unknown: 'Cannot check',
  'not-applicable': 'Does not apply',
} as const satisfies Record<Rating, Message>;
