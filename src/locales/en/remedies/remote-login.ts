import type { Remedies } from '../../catalogue.ts';

export default {
  macos: {
    steps: [
      'Do you log in to this Mac from elsewhere, or does IT? Ask IT before you go on.',
      'Open the Apple menu > System Settings > General > Sharing.',
      'Turn Remote Login off.',
      'Turn Screen Sharing and Remote Management off too, unless IT uses them.',
    ],
    check: 'The same page shows that Remote Login is off.',
    note: 'You may be asked for an administrator password. Your own connections to other computers go on as before. If a switch is greyed out, your company manages it.',
  },
  windows: {
    steps: [
      'Do you log in to this PC from elsewhere, or does IT? Ask IT before you go on.',
      'Open Start > Settings > System > Remote Desktop.',
      'Turn Remote Desktop off and confirm.',
      'Is there an SSH server? Open Start, enter “services”, open “OpenSSH SSH Server”, choose Stop and set the startup type to Disabled.',
    ],
    check: 'The page Remote Desktop shows that it is off.',
    note: 'You need administrator rights. Your own connections to other computers go on as before. Windows Home cannot be reached by Remote Desktop.',
  },
  linux: {
    steps: [
      'Are you connected by SSH right now? Stop here: the next steps lock you out.',
      'Open Settings > System > Secure Shell and turn it off.',
      'Open Settings > System > Remote Desktop and turn Desktop Sharing and Remote Login off. Before GNOME 46, both are in Settings > Sharing.',
      'No such pages? Run “sudo systemctl disable --now ssh.socket ssh.service”, on Fedora “sudo systemctl disable --now sshd”. It stops SSH, now and at every start.',
    ],
    check:
      '“systemctl is-active ssh.socket ssh sshd” answers “inactive” each time. The command only shows how it stands.',
    note: 'You need administrator rights (sudo). Your own connections to other computers go on as before.',
  },
} satisfies Remedies;
