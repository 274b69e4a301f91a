import type { Remedies } from '../../catalogue.ts';

export default {
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
} satisfies Remedies;
