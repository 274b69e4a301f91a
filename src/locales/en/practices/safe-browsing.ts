import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Safe browsing',
  topic: 'safe browsing',
  ok: 'Safe browsing is on',
  fix: 'Turn on safe browsing',
  why: 'It stops you before a page that steals passwords or brings harmful programs.',
  product: { other: 'Safe browsing' },
  observed: {
    on: '{product} is on',
    'on-by-organization': '{product} is on. Your organization sets this',
    'on-by-other-extension': '{product} is on. Another extension sets this',
    off: '{product} is off',
    'off-by-organization': '{product} is off. Your organization sets this',
    'off-by-other-extension': 'Another extension turned this off',
  },
  expected: 'The browser warns before dangerous pages',
} satisfies PracticeWords;
