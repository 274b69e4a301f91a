import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'USB debugging',
  topic: 'USB debugging',
  ok: 'USB debugging is off',
  fix: 'Turn off USB debugging',
  why: 'While it is on, the computer at the other end of the cable can read and change the phone.',
  product: { other: 'USB debugging' },
  observed: {
    on: '{product} is on',
    off: '{product} is off',
  },
  expected: 'USB debugging is off',
} satisfies PracticeWords;
