import type { Remedies, Steps } from '../../catalogue.ts';

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

export default { macos: computer, windows: computer, linux: computer, chromeos: computer } satisfies Remedies;
