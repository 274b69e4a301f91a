import type { PracticeWords, Steps } from '../../catalogue.ts';

const computer: Steps = {
  steps: [
    'Chrome: open ⋮ > Settings > Privacy and security > Security and choose Standard or Enhanced protection.',
    'Edge: open … > Settings > Privacy, search, and services > Security and turn Microsoft Defender SmartScreen on.',
    'Brave: open ☰ > Settings > Privacy and security > Security and choose Standard protection.',
    'Firefox: open ☰ > Settings > Privacy & Security and tick “Block dangerous and deceptive content”, with the two lines below it.',
  ],
  check: 'The same page shows that it is on.',
  note: 'No restart is needed. Standard protection compares pages with a list. Enhanced protection sends the addresses of pages to Google. If it is greyed out, your organization sets it: ask IT. If another extension has turned it off, remove that extension.',
};

export default {
  name: 'Safe browsing',
  ok: 'Safe browsing is on',
  fix: 'Turn on safe browsing',
  why: 'It stops you before a page that steals passwords or brings harmful programs.',
  product: { other: 'Safe browsing' },
  observed: {
    on: '{product} is on',
    'on-by-organization': '{product} is on. Your organization sets this',
    'on-by-other-extension': '{product} is on. Another extension sets this',
    off: '{product} is off',
    'off-by-organization': '{product} is off. Your organization sets this',
    'off-by-other-extension': 'Another extension turned this off',
  },
  expected: 'The browser warns before dangerous pages',
  remedies: {
    macos: computer,
    windows: computer,
    linux: computer,
    chromeos: {
      steps: [
        'Open Chrome, then ⋮ > Settings > Privacy and security > Security.',
        'Choose Standard or Enhanced protection.',
      ],
      check: 'The same page shows that it is on.',
      note: 'Standard protection compares pages with a list. Enhanced protection sends the addresses of pages to Google. If it is greyed out, your organization sets it: ask IT.',
    },
  },
} satisfies PracticeWords;
