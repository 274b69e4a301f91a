import type { Remedies, Steps } from '../../catalogue.ts';

const apple: Steps = {
  steps: [
    'Open Settings > Face ID & Passcode. With a Home button: Touch ID & Passcode.',
    'Choose Turn Passcode On.',
    'Enter six digits, or choose Passcode Options for a longer code.',
  ],
  check: 'The bottom of that page says “Data protection is enabled”.',
  note: 'The passcode is what turns encryption on. A forgotten passcode means erasing the device.',
};

export default {
  macos: {
    steps: [
      'Open the Apple menu > System Settings > Privacy & Security.',
      'Scroll down and choose FileVault.',
      'Turn FileVault on and enter an administrator password.',
      'If you are asked how to get back in, choose your Apple Account or a recovery key.',
      'Keep a copy of the recovery key away from this Mac. On macOS 26 and later, find it in the Passwords app.',
    ],
    check: 'The same page says that FileVault is turned on.',
    note: 'You need an administrator account. Most Macs take a minute or two. An Intel Mac without a T2 chip works on for hours: keep it plugged in. If the setting is greyed out, your company manages it: ask IT.',
  },
  windows: {
    steps: [
      'Open Start > Settings > Privacy & security > Device encryption.',
      'Turn on Device encryption.',
      'No such page? Press Start, type “Manage BitLocker” and choose Turn on BitLocker, or Resume protection if it is paused.',
      'Save the recovery key in your Microsoft or work account, not only on this PC.',
      'Keep the PC plugged in until it has finished. You can go on working.',
    ],
    check: 'Device encryption shows On. It does so only when all is encrypted, which can take hours.',
    note: 'You need administrator rights. On a PC of your own, sign in with a Microsoft account first: it keeps the recovery key. BitLocker may ask for a restart. Windows Home has device encryption only. On Windows 10: Settings > Update & Security > Device encryption.',
  },
  linux: {
    steps: [
      'Run “lsblk -o NAME,TYPE,MOUNTPOINTS”, which only lists the disks. Is there a line “crypt” above “/”? Then the disk is encrypted.',
      'If not, ask IT before you go on: encryption is chosen when Linux is installed.',
      'Back up your files to another disk.',
      'Install Linux again and choose disk encryption in the installer.',
      'Write the passphrase down in a safe place. You need it at every start.',
      'Put your files back.',
    ],
    check: 'The command of the first step shows a line “crypt” above “/”.',
    note: 'Plan one to three hours, and keep the charger plugged in. An encrypted home folder alone is not enough.',
  },
  chromeos: {
    steps: [
      'There is nothing to turn on: ChromeOS always encrypts what is yours.',
      'If a tool of your company says otherwise, tell IT.',
    ],
  },
  ios: apple,
  ipados: apple,
  android: {
    steps: [
      'Open Settings and search at the top for “screen lock”.',
      'Pixel: Security & privacy > Device unlock > Screen lock. Samsung: Lock screen and AOD > Screen lock.',
      'Choose PIN or Password and follow the screens. Six digits or more are best.',
    ],
    check: 'Settings > Security & privacy > More security & privacy > Encryption & credentials says “Encrypted”.',
    note: 'Phones that came with Android 10 or later are always encrypted. The screen lock keeps the key. If an older phone is not encrypted, ask IT. A forgotten PIN means erasing the phone.',
  },
} satisfies Remedies;
