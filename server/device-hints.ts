import { createHash } from 'node:crypto';
import type { Collated } from '../src/posture/collate.ts';
import type { Device, ReportedDevice } from '../src/posture/device.ts';
import { hintsOf, saltedText, sealedHint } from '../src/posture/device-hints.ts';
import { isComputer } from '../src/posture/this-computer.ts';

/**
 * A device with what a hint of it would be, so that an extension can tell whether its own hint fits without the gateway telling it a
 * key. Salted with the person's key: the same on every replica, and another in the answer of anybody else who uses the device. A
 * phone is nobody's computer and has none.
 */
export const withHints = ({ device, records }: Collated, person: string): Device => ({
  ...device,
  hints: isComputer(device) ? [...new Set(records.flatMap((record) => hintsIn(record, person)))].toSorted() : [],
});

const hintsIn = ({ identity, assetTag }: ReportedDevice, person: string): readonly string[] =>
  hintsOf({ serial: identity.serial, hardwareUuid: identity.hardwareUuid, assetTag }).flatMap(
    (hint) => sealedHint(hint, sha256(saltedText(person, hint))).sealed ?? [],
  );

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
