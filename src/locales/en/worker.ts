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
  /** `ending`: of the serial number. Where it is unnumbered, `device` may be a text of its own. */
  'not-joined': 'Is this your {device}, ending {ending}?',
  'not-joined-unnumbered': 'Is this your {device}?',
  /** `topic` is the practice's own. The icon's title knows none, and fills it with `unnamed`. */
  disagree: {
    by: 'count',
    one: 'Two tools disagree about {topic}',
    other: 'Your company’s tools disagree about {count} things',
  },
  'switched-off-management': 'You switched off the extension check',
  'switched-off-privacy': 'You switched off the check of the browser’s settings',
  'switched-off-idle': 'You switched off the screen lock check',
  'unknown-only': {
    by: 'count',
    one: 'Nothing to fix that we can see, {count} thing we cannot check',
    other: 'Nothing to fix that we can see, {count} things we cannot check',
  },
  'all-done': 'Nothing to fix',
  /** The first seconds of an extension that a policy has installed. */
  'settings-awaited': 'Getting your organization’s settings …',
  'not-here': 'Your organization does not use this extension on this computer, so nothing is checked here',
  'signed-out': 'Sign in to see your devices',
  'signed-out-old': 'From {day}. Sign in to refresh',
  'other-account': 'Signed in as somebody else. The earlier data was removed',
} as const satisfies Record<string, Message>;

/** The toolbar icon's title; `headline` is a whole text of its own. */
const badge = {
  title: 'Security check: {headline}',
} as const satisfies Record<string, Message>;

/** A message on the desktop. A click on it opens the steps of what is due first. */
const reminder = {
  title: {
    by: 'count',
    one: 'Security check: {count} thing is asked for by {dueAt}',
    other: 'Security check: {count} things are asked for soon, the first by {dueAt}',
  },
  message: 'Click to see the steps.',
} as const satisfies Record<string, Message>;

/** Sources without a name of their own, by their ids. */
const sources = {
  browser: 'this browser',
} as const satisfies Record<string, Message>;

/** Practices where their own words are not at hand. */
const topics = {
  unnamed: 'one of the checks',
} as const satisfies Record<string, Message>;

/** What the worker says. The pages say the same, so these words are a part of their catalogue, too. */
export default { headlines, badge, reminder, sources, topics };
