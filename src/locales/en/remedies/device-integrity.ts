import type { Remedies, Steps } from '../../catalogue.ts';

const apple: Steps = {
  steps: [
    'Tell your IT or security team first. They may want to look at it before anything is erased.',
    'Back up your photos and files, but not your apps.',
    'Connect it to a computer, open Finder on a Mac or the Apple Devices app on Windows, and select the device.',
    'Choose Restore. This erases it and puts a clean system on it.',
    'Set it up as new, not from an old backup.',
    'On another device, change the passwords that you used on it.',
  ],
  check: 'The warning here goes away after your company’s tool has looked again.',
  note: 'Plan an hour, with the charger plugged in. Do not use apps that promise to undo a jailbreak. Is it a test device, or did you not do this? Say so: the report may be wrong.',
};

export default {
  chromeos: {
    steps: [
      'Tell your IT or security team first, above all if you did not switch developer mode on.',
      'Copy what is in Downloads and in Linux to another place. The next steps erase it.',
      'Restart the Chromebook.',
      'When it says that OS verification is off, press Space or choose to return to secure mode, then confirm.',
      'Sign in again once it has restarted.',
    ],
    check: 'The message about OS verification no longer appears at the start.',
    note: 'Plan 15 minutes. The Linux environment is not developer mode and can stay.',
  },
  ios: apple,
  ipados: apple,
  android: {
    steps: [
      'Tell your IT or security team first. They may want to look at it before anything is erased.',
      'Back up your photos and files, but not your apps.',
      'Let IT or the maker’s service put the official system back. This erases the phone.',
      'Have the boot loader locked, but only once the official system is back. This erases the phone again.',
      'Set it up as new, not from an old backup.',
      'On another device, change the passwords that you used on it.',
    ],
    check: 'Play Store > your picture > Settings > About says “Device is certified”.',
    note: 'No app repairs this. Some Samsung functions stay off for good: ask for another phone then. Is it a test device, or did you not do this? Say so: the report may be wrong.',
  },
} satisfies Remedies;
