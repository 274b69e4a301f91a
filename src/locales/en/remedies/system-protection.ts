import type { Remedies } from '../../catalogue.ts';

export default {
  macos: {
    steps: [
      'Was it switched off for a program, or for development? Ask IT before you go on.',
      'Gatekeeper: open the Apple menu > System Settings > Privacy & Security > Security and set “Allow applications from” to “App Store & Known Developers”.',
      'For the other two, shut the Mac down. Apple silicon: hold the power button, then choose Options > Continue. Intel: start and hold Command-R.',
      'System Integrity Protection: choose Utilities > Terminal and run “csrutil enable”, which turns it on.',
      'Secure Boot: choose Utilities > Startup Security Utility and set Full Security.',
      'Choose the Apple menu > Restart.',
    ],
    check:
      '“csrutil status” says “enabled”, and “spctl --status” says “assessments enabled”. Both only show how it stands.',
    note: 'You need the password of an administrator. Plan 15 minutes. A program that needs the lower setting stops working.',
  },
  windows: {
    steps: [
      'Company PC? Ask IT first. Keep the BitLocker recovery key at hand: it may be asked for once. Find it at aka.ms/myrecoverykey.',
      'Press the Windows key with R and enter “msinfo32”. Does it say “BIOS Mode: Legacy”? Stop here and ask IT: the PC would not start any more.',
      'Open Start > Settings > System > Recovery and choose Restart now beside Advanced startup.',
      'Choose Troubleshoot > Advanced options > UEFI Firmware Settings > Restart.',
      'Find Secure Boot, mostly under Security or Boot, and set it to Enabled. Each maker names it differently.',
      'Save and leave. The PC restarts.',
    ],
    check: '“msinfo32” says “Secure Boot State: On”.',
    note: 'You need administrator rights. Plan 20 minutes. A PC without Secure Boot at all needs to be replaced: ask IT.',
  },
  linux: {
    steps: [
      'Do you use drivers from elsewhere, such as NVIDIA or VirtualBox? Ask IT first: they need to be signed.',
      'Run “systemctl reboot --firmware-setup”, which restarts into the settings of the computer.',
      'Find Secure Boot, mostly under Security or Boot, and set it to Enabled.',
      'Save and leave. The computer restarts.',
    ],
    check: '“mokutil --sb-state” says “SecureBoot enabled”. The command only shows how it stands.',
    note: 'A driver that is not signed stops working: turning Secure Boot off again brings it back.',
  },
} satisfies Remedies;
