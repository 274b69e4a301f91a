import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Browser extensions',
  topic: 'the browser’s extensions',
  ok: 'No browser extension stands out',
  fix: 'Look through your extensions',
  why: 'An extension can read and change what you see and enter on web pages.',
  product: { other: 'Browser extensions' },
  observed: {
    fine: {
      by: 'count',
      zero: 'There is no other extension',
      one: '{count} other extension, and it does not stand out',
      other: '{count} other extensions, and none stands out',
    },
    'to-look-at': {
      by: 'problems',
      one: '{problems} extension to look at',
      other: '{problems} extensions to look at',
    },
    missing: '{name} is missing or switched off',
    forbidden: 'Your organization does not allow {name}',
    sideloaded: '{name} was added by another program',
    unpacked: '{name} was loaded from a folder',
    wide: '{name} can read every page that you open',
  },
  expected: 'Only extensions that you need and know',
} satisfies PracticeWords;
