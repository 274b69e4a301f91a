import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Apps from unknown sources',
  ok: 'Unknown sources are blocked',
  fix: 'Block unknown sources',
  why: 'Most harmful apps come from outside the store.',
  product: { other: 'Apps from unknown sources' },
  observed: {
    on: '{product} can be installed',
    off: '{product} are blocked',
  },
  expected: 'Apps come from the store only',
  remedies: {
    android: {
      steps: [
        'Open Settings and search at the top for “unknown apps”.',
        'Pixel: Apps > Special app access > Install unknown apps. Samsung: Security and privacy > Install unknown apps.',
        'Choose each app that is allowed, and turn off “Allow from this source”.',
        'Samsung: also turn on Auto Blocker in Security and privacy.',
      ],
      check: 'Every app in that list says “Not allowed”.',
      note: 'Apps that are installed already stay. Do you test apps for your work? Ask IT. Auto Blocker also stops commands over USB.',
    },
  },
} satisfies PracticeWords;
