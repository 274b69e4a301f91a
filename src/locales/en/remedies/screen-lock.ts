import type { Remedies, Steps } from '../../catalogue.ts';

const apple: Steps = {
  steps: [
    'Open Settings > Face ID & Passcode. With a Home button: Touch ID & Passcode.',
    'Choose Turn Passcode On and enter six digits or more.',
    'Set Require Passcode to Immediately.',
    'Open Settings > Display & Brightness > Auto-Lock and choose 5 minutes or less.',
  ],
  check: 'Press the side or top button, then wake the device: it asks for your face, finger or passcode.',
  note: 'With Face ID or Touch ID on, Require Passcode is always Immediately. A forgotten passcode means erasing the device.',
};

export default {
  macos: {
    steps: [
      'Open the Apple menu > System Settings > Lock Screen.',
      'Set “Require password after screen saver begins or display is turned off” to Immediately.',
      'Set “Start Screen Saver when inactive” to 5 minutes or less.',
      'Set each “Turn display off … when inactive” to a short time too.',
    ],
    check: 'Press Control-Command-Q: the Mac locks and asks for your password.',
    note: 'Each user of the Mac sets this for themselves. If it is greyed out, your company has set it already: ask IT.',
  },
  windows: {
    steps: [
      'Open Start > Settings > Accounts > Sign-in options.',
      'Find “If you’ve been away, when should Windows require you to sign in again?” under Additional settings.',
      'Choose “When PC wakes up from sleep”, or “Every time” where it is offered.',
      'Open Settings > System > Power & battery and set the screen and sleep times to 5 minutes or less.',
      'Does the PC never sleep? In Settings > Personalization > Lock screen > Screen saver, tick “On resume, display logon screen”.',
    ],
    check: 'Leave the PC alone for that time: it asks you to sign in. The Windows key with L locks it at once.',
    note: 'No administrator is needed. On Windows 10: Settings > Accounts > Sign-in options > Require sign-in, and Settings > System > Power & sleep.',
  },
  linux: {
    steps: [
      'Open Settings > Privacy & Security > Screen Lock. Older versions call it Privacy.',
      'Turn on Automatic Screen Lock.',
      'Set Automatic Screen Lock Delay to Screen Turns Off.',
      'Set Blank Screen Delay to 5 minutes or less. Older versions have it in Settings > Power.',
    ],
    check:
      '“gsettings get org.gnome.desktop.screensaver lock-enabled” answers “true”. The command only reads the setting.',
    note: 'These are the names in GNOME. In KDE, open System Settings > Screen Locking. Super with L locks at once.',
  },
  chromeos: {
    steps: [
      'Open Settings > Security and Privacy > Lock screen and sign-in.',
      'Enter your password.',
      'Turn on “Lock when sleeping or lid is closed”.',
    ],
    check: 'Close the lid and open it again: the Chromebook asks for your password or PIN.',
    note: 'Search or Launcher with L locks at once. On a managed Chromebook, your company may have set this for you.',
  },
  ios: apple,
  ipados: apple,
  android: {
    steps: [
      'Open Settings and search at the top for “screen lock”.',
      'Pixel: Security & privacy > Device unlock > Screen lock. Samsung: Lock screen and AOD > Screen lock.',
      'Choose PIN or Password and follow the screens. Six digits or more are best.',
      'Choose the gear beside Screen lock and set “Lock after screen timeout” to Immediately.',
      'Search Settings for “screen timeout” and choose 5 minutes or less.',
    ],
    check: 'Press the power button twice: the phone asks for your PIN, password or finger.',
    note: 'Setting a PIN deletes nothing. A forgotten PIN means erasing the phone. Each maker names the menus differently.',
  },
} satisfies Remedies;
