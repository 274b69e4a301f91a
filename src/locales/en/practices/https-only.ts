import type { PracticeWords, Steps } from '../../catalogue.ts';

const computer: Steps = {
  steps: [
    'Firefox: open ☰ > Settings > Privacy & Security > HTTPS-Only Mode and choose “Enable HTTPS-Only Mode in all windows”.',
    'Chrome: open ⋮ > Settings > Privacy and security > Security and turn “Always use secure connections” on.',
    'Edge: open … > Settings > Privacy, search, and services > Security and turn on the switch to more secure connections.',
    'Brave: open ☰ > Settings > Shields and set “Upgrade connections to HTTPS” to Strict.',
  ],
  check: 'The same page shows that it is on.',
  note: 'On an old page you see a warning and can go on with one click. If it is greyed out, your organization sets it: ask IT. If another extension has turned it off, remove that extension.',
};

export default {
  name: 'Encrypted connections only',
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
  remedies: { macos: computer, windows: computer, linux: computer },
} satisfies PracticeWords;
