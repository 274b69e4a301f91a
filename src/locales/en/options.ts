import type { Message } from '../catalogue.ts';

export default {
  title: 'Settings',
  company: 'Your company',
  endpoint: 'Address of your company’s gateway',
  'endpoint-hint': 'Your IT team gives you this address. It starts with https.',
  'endpoint-example': 'https://checks.example.com',
  'not-set': 'No company is connected. Only this browser is checked.',
  'set-by-you': 'You set this address.',
  'set-by-organization': 'Your organization set this address. It cannot be changed here.',
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
  language: 'Language',
} as const satisfies Record<string, Message>;
