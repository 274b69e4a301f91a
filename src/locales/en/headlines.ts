import type { Message } from '../catalogue.ts';

/** The one sentence on top. `device` is its model ("Pixel 9"), or its name where the model is not known. */
const headlines = {
  'not-checked-yet': 'Checking this browser …',
  'first-run': {
    by: 'count',
    zero: 'This browser looks fine',
    one: 'This browser looks fine. {count} thing worth checking yourself',
    other: 'This browser looks fine. {count} things worth checking yourself',
  },
  'first-run-fix': {
    by: 'count',
    one: '{count} thing to fix in this browser',
    other: '{count} things to fix in this browser',
  },
  'fix-one-device': {
    by: 'count',
    one: '{count} thing to fix on your {device}',
    other: '{count} things to fix on your {device}',
  },
  'fix-this-computer': {
    by: 'count',
    one: '{count} thing to fix on this computer',
    other: '{count} things to fix on this computer',
  },
  'fix-many-devices': {
    by: 'count',
    one: '{count} thing to fix, on {devices} devices',
    other: '{count} things to fix, on {devices} devices',
  },
  waiting: 'Waiting for {sources} to confirm, usually by tomorrow',
  'no-devices': 'Your company’s tools list no device for you',
  'unknown-only': {
    by: 'count',
    one: 'Nothing to fix that we can see, {count} thing we cannot check',
    other: 'Nothing to fix that we can see, {count} things we cannot check',
  },
  'all-done': 'Nothing to fix',
  'signed-out': 'Sign in to see your devices',
} as const satisfies Record<string, Message>;

/** The line under the headline of the same name. Those that begin with `fix` go with every headline about fixing. */
const leads = {
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
  'unknown-only': 'The list below says why.',
  'all-done': {
    by: 'devices',
    one: 'Checked on {devices} device, {ago}',
    other: 'Checked on {devices} devices, {ago}',
  },
  'signed-out': 'Until then, only this browser is checked.',
} as const satisfies Record<string, Message>;

export { headlines, leads };
