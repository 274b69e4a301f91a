import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'This extension',
  topic: 'this extension',
  ok: 'This extension does its work',
  fix: 'Put this extension in order',
  why: 'If it is hidden, old or cut off, it cannot tell you when something changes.',
  product: { other: 'This extension' },
  observed: {
    pinned: 'Its icon is in the toolbar',
    unseen: 'Nothing is wrong, as far as this browser tells',
    hidden: 'Its icon is hidden',
    waiting: 'A newer version starts with the browser',
    'too-old': 'Your company’s gateway asks for a newer version',
    'never-answered': 'Your company’s gateway has not answered yet',
    silent: 'Your company’s gateway last answered on {answeredAt}',
  },
  expected: 'In the toolbar, up to date and in contact',
} satisfies PracticeWords;
