import { observedSetting } from '../posture/browser-setting.ts';
import { definePractice } from '../posture/practice.ts';

/** ChromeOS is left out: Chrome does not tell this, and no other browser could. */
export default definePractice({
  id: 'https-only',
  scope: 'browser',
  importance: 'nudge',
  needs: ['httpsOnly'],
  remedies: {
    macos: { minutes: 1, restart: false, link: 'browser-security' },
    windows: { minutes: 1, restart: false, link: 'browser-security' },
    linux: { minutes: 1, restart: false, link: 'browser-security' },
  },
  rate: ({ httpsOnly }, { importance }) => ({
    observed: observedSetting(httpsOnly),
    rating: httpsOnly.state === 'always' ? 'ok' : httpsOnly.state === 'private-windows' ? 'nudge' : importance,
  }),
});
