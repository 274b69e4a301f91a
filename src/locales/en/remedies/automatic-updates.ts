import type { Remedies } from '../../catalogue.ts';

export default {
  macos: {
    steps: [
      'Open the Apple menu > System Settings > General > Software Update.',
      'Choose the ⓘ beside Automatic Updates.',
      'Turn on everything in the list, then choose Done.',
      'On macOS 26 and later, also open Privacy & Security > Background Security Improvements and turn on Automatically Install.',
    ],
    check: 'Choose the ⓘ again: everything in the list is on.',
    note: 'You may be asked for an administrator password. Updates install at night, on power. If a switch is greyed out, your company manages it: ask IT.',
  },
  windows: {
    steps: [
      'Open Start > Settings > Windows Update. On Windows 10: Settings > Update & Security > Windows Update.',
      'Does it say that updates are paused? Choose Resume updates.',
      'Choose Advanced options and turn on “Receive updates for other Microsoft products”.',
      'Set Active hours to the time in which you work, so that no restart comes in between.',
    ],
    check: 'Windows Update says that you are up to date, and when it last looked.',
    note: 'Windows lets you pause updates for five weeks at most. If the page says that your organization manages some settings, ask IT.',
  },
  linux: {
    steps: [
      'Ubuntu: open Software & Updates > Updates and set “When there are security updates” to “Download and install automatically”.',
      'Is there no such page, or is it Debian? Run “sudo apt install unattended-upgrades”, which installs the program that does it.',
      'Then run “sudo dpkg-reconfigure -plow unattended-upgrades”, which turns it on, and answer Yes.',
      'Fedora: open Software > ☰ > Update Preferences and turn on Automatic Updates.',
    ],
    check:
      'Ubuntu and Debian: “cat /etc/apt/apt.conf.d/20auto-upgrades” shows “1” twice. The command only reads a file.',
    note: 'You need administrator rights (sudo). Programs from other sources, such as Chrome or Slack, are not covered by it.',
  },
} satisfies Remedies;
