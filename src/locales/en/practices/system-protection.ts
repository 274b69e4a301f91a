import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'System protection',
  topic: 'system protection',
  ok: 'The system is protected',
  fix: 'Turn system protection on',
  why: 'Without it, a harmful program can change the system itself and hide there.',
  product: { other: 'System protection' },
  observed: {
    'sip-on': 'System Integrity Protection is on',
    'sip-reduced': 'System Integrity Protection is on in part',
    'sip-off': 'System Integrity Protection is off',
    'sip-unsupported': 'This system has no System Integrity Protection',
    'secure-boot-on': 'Secure Boot is on',
    'secure-boot-reduced': 'Secure Boot is on in part',
    'secure-boot-off': 'Secure Boot is off',
    'secure-boot-unsupported': 'This device has no Secure Boot',
    'gatekeeper-on': 'Gatekeeper is on',
    'gatekeeper-reduced': 'Gatekeeper is on in part',
    'gatekeeper-off': 'Gatekeeper is off',
    'gatekeeper-unsupported': 'This system has no Gatekeeper',
  },
  expected: 'All protections of the system are on',
} satisfies PracticeWords;
