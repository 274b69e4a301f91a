import type { Remedies } from '../../catalogue.ts';

export default {
  macos: {
    steps: [
      'Restart the Mac and wait a few minutes: the program may only have been stuck.',
      'Open the Apple menu > System Settings > General > Login Items & Extensions.',
      'Find the program under App Background Activity and turn it on. Before macOS 26: Allow in the Background.',
      'Choose the ⓘ beside each line under Extensions that names security or network extensions, and turn the program on.',
      'Open Privacy & Security > Full Disk Access and turn the program on.',
      'Is it still missing? Send IT the name of the Mac.',
    ],
    check: 'The program’s icon in the menu bar shows no warning.',
    note: 'You need an administrator. Do not remove or install the program yourself. On macOS 14, extensions are allowed in Privacy & Security. What macOS brings itself has no switch.',
  },
  windows: {
    steps: [
      'Open Start > Settings > Privacy & security > Windows Security.',
      'Choose Virus & threat protection.',
      'Does it name another program? Open that one and see that it is on and up to date.',
      'Else choose Manage settings and turn Real-time protection on.',
      'Go back, and choose Protection updates > Check for updates.',
    ],
    check: 'Virus & threat protection says that no action is needed.',
    note: 'You may need administrator rights. If it says that your administrator manages this, ask IT. Two such programs at once get in each other’s way.',
  },
  linux: {
    steps: [
      'Find out from IT which program your company uses.',
      'CrowdStrike: “systemctl status falcon-sensor”. Microsoft: “mdatp health”. SentinelOne: “sentinelctl status”. Each only shows how it stands.',
      'Restart the computer if it does not run.',
      'Does it still not run? Send IT what the command shows.',
    ],
    check: 'The same command says that it is running or healthy.',
    note: 'Do not remove or install the program yourself. After a change of the kernel it may need a newer version from IT.',
  },
} satisfies Remedies;
