import { definePractice } from '../posture/practice.ts';

export default definePractice({
  id: 'remote-login',
  scope: 'device',
  isSelfCheck: true,
  importance: 'warn',
  needs: ['remoteLogin'],
  remedies: {
    macos: { minutes: 1, restart: false, link: 'macos-sharing' },
    windows: { minutes: 2, restart: false, link: 'windows-remote-desktop' },
    linux: { minutes: 2, restart: false },
  },
  rate: ({ remoteLogin }, { importance }) => ({
    observed: remoteLogin,
    rating: remoteLogin === 'off' ? 'ok' : importance,
  }),
});
