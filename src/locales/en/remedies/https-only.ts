import type { Remedies, Steps } from '../../catalogue.ts';

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

export default { macos: computer, windows: computer, linux: computer } satisfies Remedies;
