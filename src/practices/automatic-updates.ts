import { definePractice } from '../posture/practice.ts';

/** Phones are left out: no management system tells whether theirs are on. */
export default definePractice({
  id: 'automatic-updates',
  scope: 'device',
  isSelfCheck: true,
  importance: 'warn',
  needs: ['automaticUpdates'],
  remedies: {
    macos: { minutes: 2, restart: false, link: 'macos-software-update' },
    windows: { minutes: 2, restart: false, link: 'windows-update' },
    linux: { minutes: 5, restart: false },
  },
  rate: ({ automaticUpdates }, { importance }) => ({
    observed: automaticUpdates,
    rating: automaticUpdates === 'on' ? 'ok' : automaticUpdates === 'partly' ? 'nudge' : importance,
  }),
});
