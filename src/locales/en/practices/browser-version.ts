import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Browser version',
  topic: 'the browser’s version',
  ok: 'The browser version is fine',
  fix: 'Update {browser}',
  why: 'Known holes in an old browser let a web page take over what you do in it.',
  product: { other: 'Browser' },
  observed: {
    newest: 'Version {version}, the newest',
    recent: 'Version {version}. {newest} has just come out',
    'supported-until': 'Version {version}, with fixes until {untilOn}',
    behind: {
      by: 'days',
      one: '{days} day behind: version {version}, newest {newest}',
      other: '{days} days behind: version {version}, newest {newest}',
    },
  },
  expected: 'The newest version, soon after it comes out',
} satisfies PracticeWords;
