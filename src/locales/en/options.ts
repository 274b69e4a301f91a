import type { Origin, SettingName } from '../../posture/settings.ts';
import type { RefusalReason } from '../../posture/settings-in-effect.ts';
import type { Message } from '../catalogue.ts';

export default {
  title: 'Settings',
  company: 'Your company',
  endpoint: 'Address of your company’s gateway',
  'endpoint-hint': 'Your IT team gives you this address. It starts with https.',
  'endpoint-example': 'https://checks.example.com',
  'not-set': 'No company is connected. Only this browser is checked.',
  saved: 'Saved',
  testing: 'Asking {host} …',
  'connected-to': 'Connected to {organization}',
  'lists-devices': {
    by: 'count',
    zero: 'It lists no device for you.',
    one: 'It lists {count} device for you.',
    other: 'It lists {count} devices for you.',
  },
  'last-answer': 'Last answer: {ago}',
  disconnect: 'Disconnect',
  'disconnect-hint': 'Removes the address and everything that the company sent.',
  disconnected: 'Disconnected. What the company sent has been removed from this browser.',
  privacy: 'What leaves this browser',
  'privacy-alone': 'Nothing. The checks run in this browser.',
  'privacy-company': 'One request to {host}, for your own devices. What this browser finds about itself is never sent.',
  permissions: 'What this browser may be asked',
  'permissions-hint': 'Each of these makes a check possible. What is read stays in this browser.',
  'permission-management':
    'The list of other extensions: to find those that came from outside the store or that see every page.',
  'permission-privacy':
    'The browser’s privacy settings: to see whether it protects you from dangerous pages. They are only read.',
  'permission-idle':
    'The lock delay of this Chromebook: to see whether it locks by itself. Nobody looks when you are at the computer.',
  'switch-off': 'Switch off',
  'permission-reply-granted': 'Switched on. The check is being made.',
  'permission-reply-refused': 'It stays off.',
  'permission-reply-blocked-by-policy': 'Your organization has blocked this check.',
  'permission-reply-failed': 'The browser did not change anything. Try again.',

  'in-effect': 'What applies here',
  'in-effect-hint': 'Every setting, its value and who decided it.',
  'setting-endpoint': 'Gateway',
  'setting-signIn': 'Sign-in',
  'setting-policyVersion': 'What is asked for',
  'setting-baselineAsOf': 'Newest versions as of',
  'setting-checkEveryMinutes': 'Time between checks',
  'setting-organizationMaxAgeSeconds': 'Company’s settings kept for',
  'setting-language': 'Language',
  'setting-permissions': 'Optional permissions',
  'setting-thisComputer': 'This computer',
  'origin-managed': 'Set by your organization',
  'origin-own': 'Set by you',
  'origin-endpoint': 'From {host}',
  'origin-default': 'Default',
  none: 'None',
  'sign-in-gateway': 'At the gateway',
  'sign-in-session': 'As in this browser',
  'sign-in-token': 'With a token',
  'sign-in-none': 'Not needed',
  'policy-own': 'The recommendations of this version',
  'policy-version': 'Policy {version}',
  'known-on': '{knownOn}',
  'at-every-check': 'One check',
  'permission-name-management': 'other extensions',
  'permission-name-privacy': 'privacy settings',
  'permission-name-idle': 'lock delay',
  'computer-joined': 'One of your company’s devices',
  'computer-alone': 'Seen by this browser only',
  /** `origin` is one of the texts above. */
  'refused-unknown': '{origin}: “{setting}” is not a setting of this version.',
  'refused-unreadable': '{origin}: a value for “{setting}” that cannot be read. It is not used.',
  'refused-not-theirs': '{origin}: a value for “{setting}”, which is decided elsewhere. It is not used.',
  'refused-not-newer': '{origin}: a value for “{setting}” that is not newer than our own. It is not used.',

  diagnostics: 'Diagnostics for IT',
  'diagnostics-hint':
    'A report that helps IT to find out what is wrong. You read it first and send it yourself: nothing is sent from here.',
  'diagnostics-in':
    'In it: versions, these settings, times, how each check came out and which tools answered. Also the gateway’s host name, which may tell which company it is.',
  'diagnostics-out':
    'Not in it: names of people and devices, e-mail addresses, serial numbers, IP addresses, sign-in data, and texts that your company wrote.',
  'diagnostics-prepare': 'Prepare the report',
  'diagnostics-again': 'Prepare it again',
  'diagnostics-ready': 'Ready to be read and copied.',
  'diagnostics-failed': 'The browser did not give what the report needs. Try again.',
  'diagnostics-report': 'The report',
  copy: 'Copy',
  copied: 'Copied',
  'copy-yourself': 'The browser does not let us copy. The report is selected: copy it with the keyboard.',
} as const satisfies Record<string, Message> &
  Record<`setting-${SettingName}`, Message> &
  Record<`origin-${Origin}`, Message> &
  Record<`refused-${RefusalReason}`, Message>;
