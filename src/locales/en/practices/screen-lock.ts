import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Screen lock',
  topic: 'the screen lock',
  ok: 'Screen lock is on',
  fix: 'Set the screen to lock',
  why: 'Whoever walks past an unlocked device can act in your name.',
  product: { other: 'Screen lock' },
  observed: {
    off: 'No password is asked for',
    on: '{product} is on',
    never: 'It never locks by itself',
    late: {
      by: 'minutes',
      one: 'Locks after {minutes} minute',
      other: 'Locks after {minutes} minutes',
    },
    timed: {
      by: 'minutes',
      one: 'Locks after {minutes} minute',
      other: 'Locks after {minutes} minutes',
    },
  },
  expected: {
    by: 'longestMinutes',
    one: 'Locks itself after {longestMinutes} minute at most',
    other: 'Locks itself after {longestMinutes} minutes at most',
  },
} satisfies PracticeWords;
