import type { Message } from '../catalogue.ts';

export const actions = {
  'check-again': 'Check again',
  'switch-on': 'Switch on',
  'where-to-look': 'Where to look',
  yes: 'Yes',
  no: 'No',
  change: 'Change',
  another: 'Another',
  'none-of-these': 'None of these',
  'not-this-computer': 'This is not my computer',
  settings: 'Settings',
  'show-how': 'Show me how',
  show: 'Show',
  'done-it': 'I’ve done this',
  undo: 'Not yet',
  'open-link': 'Open {page}',
  'looks-wrong': 'Looks wrong?',
  'ask-it': 'Ask IT',
  'sign-in': 'Sign in',
  start: 'Start',
  more: 'More',
  less: 'Less',
  /** For screen readers, on a button that reads "More". */
  'more-about': 'More about {name}',
  close: 'Close',
  save: 'Save',
  'test-connection': 'Test connection',
  'connect-company': 'Connect your company',
  'what-can-be-seen': 'What {organization} can see',
} as const satisfies Record<string, Message>;

export const popup = {
  name: 'Security check',
  'organization-name': '{organization} security check',
  'your-devices': 'Your devices',
  'all-devices': {
    by: 'count',
    one: 'All {count} device',
    other: 'All {count} devices',
  },
  'to-fix': {
    by: 'count',
    one: '{count} to fix',
    other: '{count} to fix',
  },
  'not-checked': {
    by: 'count',
    one: '{count} not checked',
    other: '{count} not checked',
  },
  'all-done': 'All done',
  'to-be-confirmed': 'To be confirmed',
  'this-computer': 'This computer',
  'this-browser': 'This browser',
  'to-confirm': 'Waiting to be confirmed',
  agreed: 'Agreed with IT',
  /** `why` is the company's reason, a text of its own. */
  'agreed-until': 'Agreed with IT until {untilOn}: {why}',
  'cannot-check': {
    by: 'count',
    one: '{count} thing we cannot check',
    other: '{count} things we cannot check',
  },
  'not-told': {
    by: 'count',
    one: '{count} thing that {browser} does not tell',
    other: '{count} things that {browser} does not tell',
  },
  'check-yourself': {
    by: 'count',
    one: '{count} thing worth checking yourself',
    other: '{count} things worth checking yourself',
  },
  /** `statement` is the title of a check that is done: "Disk encryption is on". */
  'is-it-so': '{statement}?',
  'said-yes': 'You said so on {day}',
  'said-no': 'You said on {day} that it is not so',
  'answered-yourself': '{answered} of {count} answered by you',
  'no-browser-sees': 'No browser can see these by itself',
  'checks-done': {
    by: 'count',
    one: '{count} check done',
    other: '{count} checks done',
  },
  'and-more': '{first} and {count} more',
  'check-and-reason': '{name}: {reason}',
  /** For screen readers, on buttons that stand beside many of their kind. */
  'button-about': '{button}: {name}',
  /** `observed` and `since` are whole texts of their own. */
  'observed-since': '{observed}, since {since}',
  'reported-by': 'Reported by {source}, {ago}',
  'also-said': '{source} said: {observed}, {ago}',
  /** For what holds of every device of a platform. */
  'built-in': 'Built into {platform}',
  asked: 'Asked for: {expected}',
  cost: {
    by: 'minutes',
    zero: 'Takes no time, no restart.',
    one: 'About a minute, no restart.',
    other: 'About {minutes} minutes, no restart.',
  },
  'cost-restart': {
    by: 'minutes',
    zero: 'Takes no time, with a restart.',
    one: 'About a minute, with a restart.',
    other: 'About {minutes} minutes, with a restart.',
  },
  'due-by': 'Please by {day}',
  'due-past': 'Was asked for by {day}',
  'source-and-age': '{source}, {ago}',
  'last-known': 'Last known, from {ago}',
  'last-known-undated': 'Last known',
  'device-ending': '{device}, ending {ending}',
  'which-one': 'Which one is it?',
  'said-this': 'You said that this computer is your {device}.',
  'not-mine': 'Not your device?',
  'not-mine-tell-it': 'Not your device? Tell your IT team.',
  /** A letter to IT, which the person sends. `device` is all that it is known by, `sources` are the tools that list it, or the company. */
  'not-mine-subject': 'Not my device: {device}',
  'not-mine-message':
    'Hello, {sources} lists this device as mine, but it is not: {device}. Please look who it belongs to. Thank you.',
  'nothing-here': 'Nothing to fix here',
  footer: '{host}, {ago}',
  'footer-alone': 'This browser only, {ago}',
  'clock-wrong': 'This computer’s clock is wrong: ages are by the clock of {host}',
  'checked-now': 'Checked just now',
  'sample-data': 'Sample data',
  sources: 'Where this comes from',
  'source-answered': 'Answered {ago}',
  'source-in-part': 'Answered in part, {ago}',
  'source-late': 'Late. Last answer {ago}',
  'source-failed': 'Did not answer. Last answer {ago}',
  'source-never': 'Has not answered yet',
  'source-not-asked': 'Not asked',
} as const satisfies Record<string, Message>;

/** What a permission is for, before the browser asks for it in words of its own. */
export const permissions = {
  management: 'Needs your permission to list your extensions. The list stays here.',
  privacy: 'Needs your permission to read this setting.',
  idle: 'Needs your permission to see when the screen locks.',
} as const satisfies Record<string, Message>;
