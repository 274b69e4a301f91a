import type { Identity } from './device.ts';

/** What makers and systems write where there is no serial number; joining on one would make one device of a whole office. */
const PLACEHOLDERS = new Set([
  '0',
  '00000000',
  '1234567',
  '12345678',
  '123456789',
  'default',
  'defaultstring',
  'empty',
  'invalid',
  'n/a',
  'na',
  'none',
  'notapplicable',
  'notavailable',
  'notspecified',
  'null',
  'oem',
  'systemserialnumber',
  'chassisserialnumber',
  'tobefilledbyo.e.m.',
  'unknown',
  'unspecified',
  'xxxxxxxx',
]);

type Raw = string | null | undefined;

/** Identity keys as a system writes them. */
export interface RawIdentity {
  readonly serial?: Raw;
  readonly hardwareUuid?: Raw;
  readonly imei?: Raw;
  readonly macs?: readonly Raw[] | undefined;
}

const serialOf = (raw: Raw): string | undefined => {
  const serial = raw?.trim().toUpperCase() ?? '';
  const bare = serial.toLowerCase().replaceAll(/[\s_-]/g, '');
  return bare.length < 4 || PLACEHOLDERS.has(bare) || isOneCharacter(bare) ? undefined : serial;
};

/** 32 hexadecimal digits in lower case. All zeros, all Fs and the boards' own "03000200-0400-0500-…" name no machine. */
const uuidOf = (raw: Raw): string | undefined => {
  const digits = raw?.toLowerCase().replaceAll(/[^0-9a-f]/g, '') ?? '';
  return digits.length !== 32 || isOneCharacter(digits) || digits.startsWith('0300020004000500') ? undefined : digits;
};

/** The first 14 digits: the fifteenth is a check digit, which some systems leave out. */
const imeiOf = (raw: Raw): string | undefined => {
  const digits = raw?.replaceAll(/\D/g, '') ?? '';
  return digits.length < 14 || digits.length > 16 || isOneCharacter(digits) ? undefined : digits.slice(0, 14);
};

/** Twelve hexadecimal digits of a globally administered unicast address: a locally administered one is made up, and often shared. */
const macOf = (raw: Raw): string | undefined => {
  const digits = raw?.toLowerCase().replaceAll(/[^0-9a-f]/g, '') ?? '';
  const firstOctet = Number.parseInt(digits.slice(0, 2), 16);
  return digits.length !== 12 || isOneCharacter(digits) || (firstOctet & 0b11) !== 0 ? undefined : digits;
};

const isOneCharacter = (key: string): boolean => new Set(key).size === 1;

/** Brings identity keys into one form, so that equal keys are equal strings, and leaves out what names no single device. */
export function identityOf({ serial, hardwareUuid, imei, macs = [] }: RawIdentity): Identity {
  const keys = { serial: serialOf(serial), hardwareUuid: uuidOf(hardwareUuid), imei: imeiOf(imei) };
  const addresses = [...new Set(macs.flatMap((raw) => macOf(raw) ?? []))].toSorted();
  return {
    ...(keys.serial !== undefined && { serial: keys.serial }),
    ...(keys.hardwareUuid !== undefined && { hardwareUuid: keys.hardwareUuid }),
    ...(keys.imei !== undefined && { imei: keys.imei }),
    ...(addresses.length > 0 && { macs: addresses }),
  };
}
