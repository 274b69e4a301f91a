import type { Remedies, Steps } from '../../catalogue.ts';

const apple: Steps = {
  steps: [
    'Connect the device to Wi-Fi and the charger.',
    'Open Settings > General > Software Update.',
    'Choose Update Now. A newer system may be offered as well: the update of the one you have is enough.',
    'Enter your passcode. The device restarts by itself.',
  ],
  check: 'Settings > General > About shows the new version.',
  note: 'Plan 20 to 45 minutes. Not enough space? Look under Settings > General > iPhone Storage or iPad Storage. No update offered? Your company may hold it back for some weeks: ask IT.',
};

export default {
  macos: {
    steps: [
      'Save your work and plug in the charger.',
      'Open the Apple menu > System Settings > General > Software Update.',
      'Choose Update Now. Where a newer macOS is offered as well, the update of the one you have is under “Also available”.',
      'Enter your password and let the Mac restart.',
    ],
    check: 'Apple menu > About This Mac shows the new version.',
    note: 'Plan 15 to 30 minutes. No update offered? Your company may hold it back for some weeks: ask IT.',
  },
  windows: {
    steps: [
      'Save your work and plug in the charger.',
      'Open Start > Settings > Windows Update. On Windows 10: Settings > Update & Security > Windows Update.',
      'Does it say that updates are paused? Choose Resume updates.',
      'Choose Check for updates. Optional previews are not needed.',
      'Choose Restart now when it is ready.',
    ],
    check: 'Press the Windows key with R and enter “winver”: the number after the dot of the build is higher.',
    note: 'You need no administrator. Plan 10 to 30 minutes with the restart. Windows 10 gets fixes only with extended updates: ask IT.',
  },
  linux: {
    steps: [
      'Save your work and plug in the charger.',
      'Open Software Updater on Ubuntu or Software on Fedora and install what is offered.',
      'Or run “sudo apt update && sudo apt upgrade”, on Fedora “sudo dnf upgrade --refresh”: both install all updates.',
      'Restart the computer when it asks for it.',
    ],
    check:
      'On Ubuntu and Debian, “apt list --upgradable” shows what is still open. On Fedora it is “dnf check-update”. Both only look.',
    note: 'You need administrator rights (sudo). Plan 5 to 20 minutes.',
  },
  chromeos: {
    steps: ['Open Settings > About ChromeOS.', 'Choose Check for updates.', 'Choose Restart when it is offered.'],
    check: 'Settings > About ChromeOS says that it is up to date.',
    note: 'Takes five minutes. Your tabs come back. On a managed Chromebook, the company may choose the time.',
  },
  ios: apple,
  ipados: apple,
  android: {
    steps: [
      'Connect the phone to Wi-Fi and the charger.',
      'Open Settings and search at the top for “update”.',
      'Pixel: System > Software updates > System update. Samsung: Software update > Download and install.',
      'Choose Restart now when it is ready.',
      'Is nothing offered for months? Then the maker may have stopped for this model: ask IT.',
    ],
    check: 'Settings > About phone > Android version shows the date of the security update.',
    note: 'Plan 15 minutes. Many makers bring out Google’s fixes weeks later: that is not up to you.',
  },
} satisfies Remedies;
