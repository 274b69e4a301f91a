import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Remote login',
  topic: 'remote login',
  ok: 'Remote login is off',
  fix: 'Turn off remote login',
  why: 'An open door for remote login lets everyone on the same network try your password.',
  product: { other: 'Remote login' },
  observed: {
    on: '{product} is on',
    off: '{product} is off',
  },
  expected: 'Nobody can log in over the network',
} satisfies PracticeWords;
