import { definePractice } from '../posture/practice.ts';

export default definePractice({
  id: 'unknown-sources',
  scope: 'device',
  importance: 'nudge',
  needs: ['unknownSources'],
  remedies: { android: { minutes: 2, restart: false } },
  rate: ({ unknownSources }, { importance }) => ({
    observed: unknownSources,
    rating: unknownSources === 'off' ? 'ok' : importance,
  }),
});
