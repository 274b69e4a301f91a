import type { Remedies } from '../../catalogue.ts';

export default {
  android: {
    steps: [
      'Open Settings and search at the top for “developer options”.',
      'Pixel: System > Developer options. Samsung: Developer options, at the end of the list.',
      'Turn off USB debugging and Wireless debugging.',
      'You do not need these options at all? Turn off “Use developer options” at the top.',
    ],
    check: 'Settings does not show Developer options any more, or shows USB debugging as off.',
    note: 'Nothing is deleted. Charging and copying photos over the cable work as before. Do you develop apps? Turn it on only while you do.',
  },
} satisfies Remedies;
