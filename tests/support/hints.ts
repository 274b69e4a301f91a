import { createHash } from 'node:crypto';
import { type DeviceHints, hintsOf, type SealedHint, saltedText, sealedHint } from '../../src/posture/device-hints.ts';

const PERSON = 'sha256:jane';

/** Hints as the extension compares them, hashed for this person. */
export const sealedFor =
  (person: string) =>
  (given: DeviceHints): readonly SealedHint[] =>
    hintsOf(given).map((hint) => sealedHint(hint, createHash('sha256').update(saltedText(person, hint)).digest('hex')));

export const sealed = sealedFor(PERSON);

/** What a gateway tells of a device with these keys. */
export const keysTold = (given: DeviceHints, person = PERSON) => {
  const hints = sealedFor(person)(given);
  const ending = hints.find(({ kind }) => kind === 'serial')?.ending;
  return {
    ...(ending !== undefined && { serialEnding: ending }),
    hints: hints.flatMap((hint) => hint.sealed ?? []),
  };
};
