import { endOf, isAfter } from '../posture/instant.ts';
import { trainOf } from '../posture/os-version.ts';
import { definePractice } from '../posture/practice.ts';

export default definePractice({
  id: 'os-supported',
  scope: 'device',
  importance: 'warn',
  needs: ['osVersion'],
  wants: ['osBuild'],
  remedies: {
    macos: { minutes: 45, restart: true, link: 'macos-software-update' },
    windows: { minutes: 30, restart: true, link: 'windows-update' },
    linux: { minutes: 60, restart: true },
    chromeos: { minutes: 5, restart: true, link: 'chromeos-help' },
    ios: { minutes: 30, restart: true },
    ipados: { minutes: 30, restart: true },
    android: { minutes: 20, restart: true },
  },
  refer: trainOf,
  rate: (_, { reference: train, importance, now }) => {
    const params = { release: train.name ?? train.release, ...(train.releasedAt && { lastFixOn: train.releasedAt }) };
    // Nobody published an end: that no fix came for long is a strong hint, not a certainty.
    if (train.ended) return { observed: 'no-fixes-seen', rating: 'nudge', params };
    if (train.supportedUntil === null) {
      return { observed: 'supported', rating: 'ok', params, validUntil: train.knownUntil };
    }

    const until = { ...params, untilOn: train.supportedUntil };
    const end = endOf(train.supportedUntil);
    if (isAfter(end, now)) return { observed: 'supported-until', rating: 'ok', params: until, validUntil: end };
    return { observed: 'ended', rating: importance, params: until };
  },
});
