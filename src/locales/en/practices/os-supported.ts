import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Supported system',
  topic: 'the version of the system',
  ok: 'The system still gets fixes',
  fix: 'Move to a supported system',
  why: 'A hole found in an unsupported system stays open for good.',
  product: {
    macos: 'macOS {release}',
    chromeos: 'ChromeOS {release}',
    ios: 'iOS {release}',
    ipados: 'iPadOS {release}',
    android: 'Android {release}',
    other: '{release}',
  },
  observed: {
    supported: '{product} gets fixes',
    'supported-until': '{product} gets fixes until {untilOn}',
    'no-fixes-seen': '{product} seems to get no more fixes',
    ended: '{product} has had no fixes since {untilOn}',
  },
  expected: 'A system that still gets security fixes',
} satisfies PracticeWords;
