import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Your company’s own checks',
  topic: 'your company’s own checks',
  ok: 'Your company’s own checks pass',
  fix: 'Pass your company’s own checks',
  why: 'Your company looks at these things because its work depends on them.',
  product: { other: 'Your company’s own checks' },
  observed: {
    'all-pass': {
      by: 'count',
      one: '{count} check passes',
      other: '{count} checks pass',
    },
    'some-fail': {
      by: 'failing',
      one: '{failing} of {count} checks fails',
      other: '{failing} of {count} checks fail',
    },
    fails: '{title}',
    'fails-because': '{title}: {text}',
  },
  expected: 'All of your company’s own checks pass',
} satisfies PracticeWords;
