import { definePractice } from '../posture/practice.ts';

/** Linux is left out: its desktops have nothing of their own that could keep a passkey. */
export default definePractice({
  id: 'passkey-ready',
  scope: 'browser',
  importance: 'nudge',
  needs: ['passkey'],
  remedies: {
    macos: { minutes: 3, restart: false, link: 'macos-touch-id' },
    windows: { minutes: 3, restart: false, link: 'windows-sign-in-options' },
    chromeos: { minutes: 3, restart: false, link: 'chromeos-lock-screen' },
  },
  rate: ({ passkey }, { importance }) => ({ observed: passkey, rating: passkey === 'ready' ? 'ok' : importance }),
});
