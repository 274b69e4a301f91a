import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Malware protection',
  topic: 'malware protection',
  ok: 'Malware protection is running',
  fix: 'Get malware protection running',
  why: 'Without it, nothing stops a harmful program once it has been opened.',
  product: { other: 'Malware protection' },
  observed: {
    running: '{name} is running',
    outdated: '{name} does not know the newest threats',
    stopped: '{name} is not running',
    none: 'No protection program was found',
  },
  expected: 'A protection program is running and up to date',
} satisfies PracticeWords;
