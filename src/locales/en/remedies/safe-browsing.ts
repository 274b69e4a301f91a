import type { Remedies, Steps } from '../../catalogue.ts';

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
} satisfies Remedies;
