import type { Remedies, Steps } from '../../catalogue.ts';

const ask: Steps = {
  steps: [
    'Read which of the checks fail: they are listed with what was seen.',
    'Does a check say what to do? Do that.',
    'Is it not clear? Ask IT, and name the check.',
  ],
  check: 'A check leaves the list after your company’s tool has looked again.',
  note: 'Your company has written these checks for itself, so we have no steps of our own for them.',
};

export default {
  macos: ask,
  windows: ask,
  linux: ask,
  chromeos: ask,
  ios: ask,
  ipados: ask,
  android: ask,
} satisfies Remedies;
