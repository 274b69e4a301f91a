import type { Message } from '../catalogue.ts';

/** The line under the headline of the same name. Those that begin with `fix` go with every headline about fixing. */
export default {
  'not-checked-yet': 'This takes a few seconds.',
  'first-run': 'The steps are below. Nothing leaves this browser.',
  fix: {
    by: 'minutes',
    zero: '{title} first.',
    one: 'You have a minute? {title} first.',
    other: 'You have {minutes} minutes? {title} first.',
  },
  /** For more than half an hour. */
  'fix-long': 'When you have more time: {title}.',
  waiting: 'Thank you. There is nothing more to do.',
  'no-devices': 'A new device can take a day to appear.',
  'not-joined': 'Then its checks show here. Your answer stays in this browser.',
  disagree: {
    by: 'others',
    zero: 'Look on the device which one is right.',
    one: 'Look on the device which one is right. {others} more thing cannot be checked.',
    other: 'Look on the device which one is right. {others} more things cannot be checked.',
  },
  'switched-off': 'What it reads stays in this browser.',
  'unknown-only': 'The list below says why.',
  'all-done': {
    by: 'devices',
    one: 'Checked on {devices} device, {ago}',
    other: 'Checked on {devices} devices, {ago}',
  },
} as const satisfies Record<string, Message>;
