import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Unmodified system',
  topic: 'the system',
  ok: 'The system is unmodified',
  fix: 'Restore the original system',
  why: 'On a modified system, any app may read your messages and passwords.',
  product: { other: 'The system' },
  observed: {
    intact: 'Looked at and found unmodified',
    jailbroken: 'It is reported as jailbroken',
    rooted: 'It is reported as rooted or unlocked',
    'developer-mode': 'Developer mode is on',
  },
  expected: 'The system as its maker ships it',
} satisfies PracticeWords;
