import type { PracticeWords, Steps } from '../../catalogue.ts';

const ask: Steps = {
  steps: [
    'Read which of the checks fail: they are listed with what was seen.',
    'Does a check say what to do? Do that.',
    'Is it not clear? Ask IT, and name the check.',
  ],
  check: 'A check leaves the list after your company’s tool has looked again.',
  note: 'Your company has written these checks for itself, so we have no steps of our own for them.',
};

export default {
  name: 'Your company’s own checks',
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
  remedies: { macos: ask, windows: ask, linux: ask, chromeos: ask, ios: ask, ipados: ask, android: ask },
} satisfies PracticeWords;
