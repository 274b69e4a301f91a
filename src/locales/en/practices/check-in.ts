import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Contact with your company’s tools',
  topic: 'their contact with the device',
  ok: 'Your company’s tools hear from it',
  fix: 'Let the device check in',
  why: 'What is shown here grows old when your company’s tools do not hear from the device.',
  product: { other: 'The device' },
  observed: {
    recent: 'Last heard from on {lastContactAt}',
    silent: 'Not heard from since {lastContactAt}',
  },
  expected: {
    by: 'longestDays',
    one: 'Heard from in the last {longestDays} day',
    other: 'Heard from in the last {longestDays} days',
  },
} satisfies PracticeWords;
