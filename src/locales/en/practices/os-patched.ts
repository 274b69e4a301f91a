import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Security fixes',
  topic: 'security fixes',
  ok: 'The security fixes are installed',
  fix: 'Install the security fixes',
  why: 'Once a fix is out, everybody can read which hole it closes, and look for systems without it.',
  product: { other: 'The system' },
  observed: {
    newest: 'Version {version}, with the newest fixes',
    recent: 'Version {version}. {newest} has just come out',
    behind: {
      by: 'days',
      one: '{days} day behind: version {version}, newest {newest}',
      other: '{days} days behind: version {version}, newest {newest}',
    },
    'newest-level': 'Security update of {levelOn}, the newest',
    level: 'Security update of {levelOn}',
    'level-old': {
      by: 'days',
      one: '{days} day old: security update of {levelOn}',
      other: '{days} days old: security update of {levelOn}',
    },
  },
  expected: 'The newest security fixes, soon after they come out',
} satisfies PracticeWords;
