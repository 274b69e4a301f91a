import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Encrypted connections only',
  topic: 'encrypted connections',
  ok: 'Insecure pages are not opened unasked',
  fix: 'Turn on HTTPS-Only Mode',
  why: 'On a page without encryption, others on the same Wi-Fi can read along and change what you see.',
  product: { other: 'HTTPS-Only Mode' },
  observed: {
    always: '{product} is on',
    'always-by-organization': '{product} is on. Your organization sets this',
    'always-by-other-extension': '{product} is on. Another extension sets this',
    'private-windows': '{product} is on in private windows only',
    'private-windows-by-organization': 'Only in private windows. Your organization sets this',
    'private-windows-by-other-extension': 'Only in private windows. Another extension sets this',
    never: '{product} is off',
    'never-by-organization': '{product} is off. Your organization sets this',
    'never-by-other-extension': 'Another extension turned this off',
  },
  expected: 'The browser asks before it opens an insecure page',
} satisfies PracticeWords;
