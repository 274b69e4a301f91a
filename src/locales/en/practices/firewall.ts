import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Firewall',
  topic: 'the firewall',
  ok: 'The firewall is on',
  fix: 'Turn on the firewall',
  why: 'Without it, others on the same Wi-Fi can reach the open doors of this computer.',
  product: {
    windows: 'Microsoft Defender Firewall',
    other: 'Firewall',
  },
  observed: {
    on: '{product} is on',
    off: '{product} is off',
  },
  expected: 'The firewall is on in every network',
} satisfies PracticeWords;
