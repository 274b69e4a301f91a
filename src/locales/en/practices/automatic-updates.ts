import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Automatic updates',
  topic: 'automatic updates',
  ok: 'Automatic updates are on',
  fix: 'Turn on automatic updates',
  why: 'A known hole stays open until its fix is installed, and nobody remembers every fix.',
  product: { other: 'Automatic updates' },
  observed: {
    on: '{product} are on',
    partly: 'Only some updates install by themselves',
    off: '{product} are off',
  },
  expected: 'Security updates install by themselves',
} satisfies PracticeWords;
