import type { Remedies } from '../../catalogue.ts';

export default {
  macos: {
    steps: [
      'Open the Apple menu > System Settings > Network.',
      'Choose Firewall.',
      'Turn Firewall on. You may be asked for an administrator password.',
    ],
    check: 'The same page shows that Firewall is on.',
    note: 'It filters what comes in, so calls and browsing go on as before. Leave “Block all incoming connections” off, because it also stops sharing. If the switch is greyed out, your company manages it.',
  },
  windows: {
    steps: [
      'Open Start > Settings > Privacy & security > Windows Security.',
      'Choose Firewall & network protection.',
      'Open Domain network and turn Microsoft Defender Firewall on.',
      'Do the same in Private network and Public network.',
    ],
    check: 'Firewall & network protection says three times that the firewall is on.',
    note: 'You need administrator rights: choose Yes when Windows asks. If another security program runs the firewall, the page names it and the switch is greyed out. On Windows 10: Settings > Update & Security > Windows Security.',
  },
  linux: {
    steps: [
      'Debian only: run “sudo apt install ufw”, which installs the firewall.',
      'Are you connected by SSH? Run “sudo ufw allow ssh” first, which keeps that door open.',
      'Ubuntu and Debian: run “sudo ufw enable”, which turns the firewall on, now and at every start.',
      'Fedora: run “sudo systemctl enable --now firewalld”, which does the same there.',
    ],
    check:
      '“sudo ufw status verbose” says “active”, or on Fedora “sudo firewall-cmd --state” says “running”. Both only show how it stands.',
    note: 'You need administrator rights (sudo). Docker opens its ports past ufw.',
  },
} satisfies Remedies;
