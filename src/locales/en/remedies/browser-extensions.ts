import type { Remedies, Steps } from '../../catalogue.ts';

const computer: Steps = {
  steps: [
    'Open the list. Chrome: ⋮ > Extensions > Manage Extensions. Edge: … > Extensions > Manage extensions. Brave: ☰ > Extensions. Firefox: ☰ > Extensions and themes.',
    'Look at each extension that is named here. Do you use it, and do you know who makes it?',
    'Choose Remove for what you do not need or do not know. You can add it again later.',
    'Keep one that reads every page? In Chrome, Edge and Brave, Details > Site access > On click lets it read only when you choose it.',
    'Is one missing? Ask IT where to get it.',
  ],
  check: 'Choose Check again: what you removed is not named any more.',
  note: 'Removing an extension deletes its settings. “Installed by your administrator” stays: leave it. Does one come back by itself, or was it added by another program? Tell IT. This list stays in this browser.',
};

export default { macos: computer, windows: computer, linux: computer, chromeos: computer } satisfies Remedies;
