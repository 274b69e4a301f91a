import type { Remedies, Steps } from '../../catalogue.ts';

const apple: Steps = {
  steps: [
    'Connect the device to Wi-Fi and the charger.',
    'Open Settings > General > Software Update.',
    'Choose the newest system that is offered, then Update Now or Upgrade Now.',
    'Enter your passcode. The device restarts by itself.',
    'Is nothing newer offered? Then this model can go no further: ask IT for another.',
  ],
  check: 'Settings > General > About shows the new version.',
  note: 'Plan 20 to 45 minutes. Not enough space? Look under Settings > General > iPhone Storage or iPad Storage.',
};

export default {
  macos: {
    steps: [
      'Back up the Mac and plug in the charger.',
      'Open the Apple menu > System Settings > General > Software Update.',
      'Choose Upgrade Now where a newer macOS is offered, else Update Now.',
      'Enter your password and let the Mac restart. The screen may go black a few times.',
      'Is nothing newer offered? Then this model can go no further: ask IT for another.',
    ],
    check: 'Apple menu > About This Mac shows the new version.',
    note: 'Plan 30 to 90 minutes. Ask IT before moving to a new macOS: your VPN and printers should know it, and the company may hold it back. Intel Macs end with macOS 26. Do not use patchers that force a newer one.',
  },
  windows: {
    steps: [
      'Save your work and plug in the charger.',
      'Open Start > Settings > Windows Update. On Windows 10: Settings > Update & Security > Windows Update.',
      'Choose Check for updates.',
      'Choose Download and install where a newer version or Windows 11 is offered.',
      'Choose Restart now when it is ready.',
      'Is nothing newer offered? Ask IT: the PC may need extended updates, or another PC.',
    ],
    check: 'Press the Windows key with R and enter “winver”: the window shows the new version.',
    note: 'You need no administrator for updates. From 24H2 or 25H2, the step to the next version takes minutes; from older ones plan 30 to 90. Version 26H1 is for new hardware and stays as it is.',
  },
  linux: {
    steps: [
      'Back up your files and plug in the charger.',
      'Install all updates first: “sudo apt update && sudo apt upgrade”, or on Fedora “sudo dnf upgrade --refresh”.',
      'Ubuntu: open Software Updater and take the new release, or run “sudo do-release-upgrade”, which does the same.',
      'Fedora: open Software and take the new release.',
      'Debian: follow the release notes on debian.org, or ask IT.',
      'Restart the computer.',
    ],
    check: '“cat /etc/os-release” shows the new release. The command only reads a file.',
    note: 'You need administrator rights (sudo). Plan 30 to 90 minutes.',
  },
  chromeos: {
    steps: [
      'Open Settings > About ChromeOS.',
      'Choose Check for updates.',
      'Choose Restart when it is offered.',
      'Does it say that this model gets no more updates? Then ask IT for another.',
    ],
    check: 'Settings > About ChromeOS shows the new version. Its details also show until when the model gets updates.',
    note: 'Takes five minutes. Your tabs come back.',
  },
  ios: apple,
  ipados: apple,
  android: {
    steps: [
      'Connect the phone to Wi-Fi and the charger.',
      'Open Settings and search at the top for “update”.',
      'Pixel: System > Software updates > System update. Samsung: Software update > Download and install.',
      'Choose Restart now when it is ready.',
      'Is nothing newer offered? Then the maker has stopped for this model: ask IT for another.',
    ],
    check: 'Settings > About phone > Android version shows the new version.',
    note: 'Plan 20 minutes. Until you have another phone, keep company data off this one.',
  },
} satisfies Remedies;
