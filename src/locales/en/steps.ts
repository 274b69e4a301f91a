import type { Message } from '../catalogue.ts';

/** The window with the directions. */
export default {
  why: 'Why',
  how: 'How to do it',
  before: 'Before you start',
  check: 'How to see that it is done',
  observed: 'What was seen',
  expected: 'What is asked for',
  'other-device': 'These steps are for {device}. Do them there.',
  'browser-asks': 'Your browser asks whether to open Settings. Choose Open.',
  'firefox-asks': 'Firefox asks first. Choose Allow, then Open if it asks again.',
  'nothing-opens': 'Nothing opens? The steps lead to the same place.',
  'no-link': 'This page cannot be opened from here. Please follow the steps.',
  'shows-later': 'Done? It shows here after {source} has looked again, usually by tomorrow.',
  'from-organization': 'From {organization}',
  contact: 'Stuck? {contact} can help.',
  gone: 'This check is not in the list any more. The security check shows what is there now.',
} as const satisfies Record<string, Message>;
