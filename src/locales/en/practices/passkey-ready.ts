import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Passkeys',
  topic: 'passkeys',
  ok: 'This computer is ready for passkeys',
  fix: 'Get ready for passkeys',
  why: 'A false page can take your password from you, but not a passkey.',
  product: { windows: 'Windows Hello', macos: 'Touch ID', other: 'A fingerprint or PIN' },
  observed: {
    ready: '{product} can be used for passkeys',
    'not-set-up': '{product} is not set up',
  },
  expected: 'A fingerprint, face or PIN can be used for signing in',
} satisfies PracticeWords;
