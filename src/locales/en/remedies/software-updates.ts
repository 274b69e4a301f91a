import type { Remedies } from '../../catalogue.ts';

export default {
  macos: {
    steps: [
      'Save your work and plug in the charger.',
      'Open the Apple menu > System Settings > General > Software Update.',
      'Choose Update Now or Restart Now. To stay on your macOS, choose “More info” under “Also available”.',
      'Open the App Store > Updates and choose Update All.',
      'In programs from elsewhere, open the menu with the program’s name and choose Check for Updates. Or use your company’s app for software.',
    ],
    check: 'Software Update says that the Mac is up to date.',
    note: 'Plan 20 minutes, with a restart. For programs that your company installs, use only what IT offers.',
  },
  windows: {
    steps: [
      'Save your work and plug in the charger.',
      'Open Start > Settings > Windows Update and choose Check for updates.',
      'Choose Download & install all, then Restart now when it is offered.',
      'Open the Microsoft Store > Downloads and choose Check for updates.',
      'In Office programs, open File > Account > Update Options > Update Now.',
    ],
    check: 'Windows Update says that you are up to date.',
    note: 'You need no administrator. On Windows 10: Settings > Update & Security > Windows Update. For programs that your company installs, use only what IT offers.',
  },
  linux: {
    steps: [
      'Save your work and plug in the charger.',
      'Ubuntu and Debian: run “sudo apt update && sudo apt upgrade”, which installs all updates.',
      'Fedora: open Software > Updates and choose Restart & Update, or run “sudo dnf upgrade --refresh”, which does the same.',
      'Restart the computer.',
    ],
    check:
      '“apt list --upgradable”, or on Fedora “dnf check-upgrade”, lists nothing more. Both only show what is waiting.',
    note: 'You need administrator rights (sudo). Plan 5 to 20 minutes.',
  },
} satisfies Remedies;
