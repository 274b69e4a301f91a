import type { Remedies } from '../../catalogue.ts';

export default {
  macos: {
    steps: [
      'Open the Apple menu > System Settings > Touch ID & Password. Without Touch ID it is called Login Password.',
      'Choose Add Fingerprint and follow the screens.',
      'Open System Settings > your name > iCloud > Passwords and turn “Sync this Mac” on, if your company allows it.',
      'Does the browser ask for access to passkeys? Allow it in Privacy & Security > Passkeys Access for Web Browsers.',
    ],
    check: 'A website that offers passkeys asks for your finger or your password.',
    note: 'Your fingerprint stays on the Mac: a website gets only a key made for it. Keep a second way to sign in before you need it.',
  },
  windows: {
    steps: [
      'Open Start > Settings > Accounts > Sign-in options.',
      'Choose PIN (Windows Hello) > Set up and follow the screens.',
      'Add Facial recognition or Fingerprint recognition, if they are offered.',
    ],
    check: 'A website that offers passkeys asks for your face, finger or PIN.',
    note: 'No administrator is needed. Your face and fingerprint stay on the PC: a website gets only a key made for it. Greyed out? Ask IT. Keep a second way to sign in before you need it.',
  },
  chromeos: {
    steps: [
      'Open Settings > Security and Privacy > Lock screen and sign-in.',
      'Enter your password.',
      'Choose PIN or password > Set up PIN, and add a fingerprint if it is offered.',
    ],
    check: 'A website that offers passkeys asks for your PIN or finger.',
    note: 'Your fingerprint stays on the Chromebook: a website gets only a key made for it. Keep a second way to sign in before you need it.',
  },
} satisfies Remedies;
