import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Apps from unknown sources',
  topic: 'apps from unknown sources',
  ok: 'Unknown sources are blocked',
  fix: 'Block unknown sources',
  why: 'Most harmful apps come from outside the store.',
  product: { other: 'Apps from unknown sources' },
  observed: {
    on: '{product} can be installed',
    off: '{product} are blocked',
  },
  expected: 'Apps come from the store only',
} satisfies PracticeWords;
