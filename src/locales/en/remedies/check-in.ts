import type { Remedies, Steps } from '../../catalogue.ts';

const check = 'The date here changes by tomorrow.';
const note =
  'Is the device away, sold or lost? Tell IT. Nothing is wrong with it because of this: we only know less of it.';

const apple: Steps = {
  steps: [
    'Switch the device on, unlock it and connect it to Wi-Fi and the charger.',
    'With Company Portal: open it, choose Devices > this device > Check Status.',
    'With another app of your company for devices: open it and wait a minute.',
    'Nothing changes by tomorrow? Ask IT.',
  ],
  check,
  note,
};

export default {
  macos: {
    steps: [
      'Switch the Mac on, sign in and connect it to the internet, by VPN if your company uses one.',
      'With Company Portal: open it, choose Devices > this Mac > … > Check Status.',
      'With another app of your company for software: open it and wait a minute.',
      'Leave the Mac awake and on power for an hour.',
      'Nothing changes by tomorrow? Restart the Mac, then ask IT.',
    ],
    check,
    note,
  },
  windows: {
    steps: [
      'Switch the PC on, sign in and connect it to the internet, by VPN if your company uses one.',
      'Open Start > Settings > Accounts > Access work or school.',
      'Choose your work account, then Info.',
      'Choose Sync. With Company Portal, Settings > Sync does the same.',
      'Nothing changes by tomorrow? Restart the PC, then ask IT.',
    ],
    check,
    note,
  },
  linux: {
    steps: [
      'Switch the computer on, sign in and connect it to the internet, by VPN if your company uses one.',
      'With the Microsoft Intune app: open it and sign in.',
      'Leave the computer awake for an hour.',
      'Nothing changes by tomorrow? Restart the computer, then ask IT.',
    ],
    check,
    note,
  },
  chromeos: {
    steps: [
      'Switch the Chromebook on, connect it to the internet and sign in with your work account.',
      'Leave it awake for an hour.',
      'Nothing changes by tomorrow? Restart it, then ask IT.',
    ],
    check,
    note,
  },
  ios: apple,
  ipados: apple,
  android: {
    steps: [
      'Switch the device on, unlock it and connect it to Wi-Fi and the charger.',
      'With Company Portal: open it, choose the menu > Settings > Sync.',
      'With another app of your company for devices: open it and wait a minute.',
      'Nothing changes by tomorrow? Ask IT.',
    ],
    check,
    note,
  },
} satisfies Remedies;
