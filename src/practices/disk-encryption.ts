import { definePractice } from '../posture/practice.ts';

export default definePractice({
  id: 'disk-encryption',
  scope: 'device',
  isSelfCheck: true,
  importance: 'warn',
  needs: ['diskEncryption'],
  remedies: {
    macos: { minutes: 5, restart: false, link: 'macos-filevault' },
    windows: { minutes: 10, restart: false, link: 'windows-device-encryption' },
    linux: { minutes: 120, restart: true },
    chromeos: { minutes: 0, restart: false },
    ios: { minutes: 2, restart: false },
    ipados: { minutes: 2, restart: false },
    android: { minutes: 2, restart: false },
  },
  rate: ({ diskEncryption }, { importance }) => ({
    observed: diskEncryption,
    rating: diskEncryption === 'on' ? 'ok' : diskEncryption === 'encrypting' ? 'nudge' : importance,
  }),
});
