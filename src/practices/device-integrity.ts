import { definePractice } from '../posture/practice.ts';

export default definePractice({
  id: 'device-integrity',
  scope: 'device',
  importance: 'warn',
  needs: ['deviceIntegrity'],
  remedies: {
    chromeos: { minutes: 15, restart: true },
    ios: { minutes: 60, restart: true },
    ipados: { minutes: 60, restart: true },
    android: { minutes: 60, restart: true },
  },
  rate: ({ deviceIntegrity }, { importance }) => ({
    observed: deviceIntegrity,
    rating: deviceIntegrity === 'intact' ? 'ok' : importance,
  }),
});
