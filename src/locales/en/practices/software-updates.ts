import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Software updates',
  topic: 'software updates',
  ok: 'Software updates are in order',
  fix: 'Install the waiting updates',
  why: 'An update protects this device only once it is installed.',
  product: { other: 'Software updates' },
  observed: {
    none: 'No update is waiting',
    recent: {
      by: 'count',
      one: '{count} update has just come out',
      other: '{count} updates have just come out',
    },
    waiting: {
      by: 'count',
      one: '{count} update is waiting',
      other: '{count} updates are waiting',
    },
    security: {
      by: 'security',
      one: '{security} security update is waiting',
      other: '{security} security updates are waiting',
    },
  },
  expected: {
    by: 'graceDays',
    zero: 'Updates are installed on the day they come out',
    one: 'Updates are installed within {graceDays} day',
    other: 'Updates are installed within {graceDays} days',
  },
} satisfies PracticeWords;
