import type { PracticeWords, Steps } from '../../catalogue.ts';

const computer: Steps = {
  steps: [
    'Is the icon hidden? Choose the puzzle piece beside the address bar.',
    'Chrome, Edge and Brave: choose the pin beside this extension. Firefox: choose the gear beside it, then Pin to Toolbar.',
    'Does a newer version wait? Quit the browser completely and open it again.',
    'Does your company’s gateway not answer? Open the settings of this extension and choose Test connection. On a train or abroad, a VPN may help.',
  ],
  check: 'The icon stands beside the address bar, and the time of the last answer is recent.',
  note: 'Your tabs come back after the browser is opened again, private windows do not.',
};

export default {
  name: 'This extension',
  ok: 'This extension does its work',
  fix: 'Put this extension in order',
  why: 'If it is hidden, old or cut off, it cannot tell you when something changes.',
  product: { other: 'This extension' },
  observed: {
    pinned: 'Its icon is in the toolbar',
    unseen: 'Nothing is wrong, as far as this browser tells',
    hidden: 'Its icon is hidden',
    waiting: 'A newer version starts with the browser',
    'too-old': 'Your company’s gateway asks for a newer version',
    'never-answered': 'Your company’s gateway has not answered yet',
    silent: 'Your company’s gateway last answered on {answeredAt}',
  },
  expected: 'In the toolbar, up to date and in contact',
  remedies: { macos: computer, windows: computer, linux: computer, chromeos: computer },
} satisfies PracticeWords;
