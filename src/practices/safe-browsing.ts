import { observedSetting } from '../posture/browser-setting.ts';
import { definePractice } from '../posture/practice.ts';

export default definePractice({
  id: 'safe-browsing',
  scope: 'browser',
  importance: 'warn',
  needs: ['safeBrowsing'],
  remedies: {
    macos: { minutes: 1, restart: false, link: 'browser-security' },
    windows: { minutes: 1, restart: false, link: 'browser-security' },
    linux: { minutes: 1, restart: false, link: 'browser-security' },
    chromeos: { minutes: 1, restart: false, link: 'browser-security' },
  },
  rate: ({ safeBrowsing }, { importance }) => ({
    observed: observedSetting(safeBrowsing),
    rating: safeBrowsing.state === 'on' ? 'ok' : importance,
  }),
});
