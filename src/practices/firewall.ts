import { definePractice } from '../posture/practice.ts';

export default definePractice({
  id: 'firewall',
  scope: 'device',
  isSelfCheck: true,
  importance: 'warn',
  needs: ['firewall'],
  remedies: {
    macos: { minutes: 1, restart: false, link: 'macos-network' },
    windows: { minutes: 2, restart: false, link: 'windows-firewall' },
    linux: { minutes: 2, restart: false },
  },
  rate: ({ firewall }, { importance }) => ({ observed: firewall, rating: firewall === 'on' ? 'ok' : importance }),
});
