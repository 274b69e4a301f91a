import type { PracticeWords } from '../../catalogue.ts';

export default {
  name: 'Disk encryption',
  topic: 'disk encryption',
  ok: 'Disk encryption is on',
  fix: 'Turn on disk encryption',
  why: 'If this device is lost or stolen, whoever has it can read its files.',
  product: {
    macos: 'FileVault',
    windows: 'Device encryption (BitLocker)',
    linux: 'Disk encryption (LUKS)',
    chromeos: 'ChromeOS encryption',
    ios: 'Data protection',
    ipados: 'Data protection',
    android: 'Encryption',
    other: 'Disk encryption',
  },
  observed: {
    on: '{product} is on',
    encrypting: '{product} is not finished yet',
    suspended: '{product} is paused',
    off: '{product} is off',
  },
  expected: 'The disk with the system is encrypted and locked with your password',
} satisfies PracticeWords;
