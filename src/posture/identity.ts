import type { Identity } from './device.ts';

/** What makers and systems write where there is no serial number; joining on one would make one device of a whole office. */
const PLACEHOLDERS = new Set([
  '0',
  '00000000',
  'baseboardserialnumber',
  'default',
  'defaultstring',
  'empty',
  'invalid',
  'n/a',
  'na',
  'none',
  'noserial',
  'noserialnumber',
  'notapplicable',
  'notavailable',
  'notspecified',
  'null',
  'oem',
  'oemserial',
  'serialnumber',
  'systemserialnumb',
  'systemserialnumber',
  'chassisserialnumber',
  'tobefilledbyo.e.m.',
  'undefined',
  'unknown',
  'unspecified',
  'tulipcomputers',
]);

/** A number that only counts: `SN-1234567890`, `0123456789`. */
const isCounting = (bare: string): boolean => {
  const digits = bare.replace(/^[a-z]{0,3}/, '');
  return (
    digits.length > 3 && ['1234567890', '0123456789', '9876543210'].some((row) => row.repeat(3).startsWith(digits))
  );
};

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
  return bare.length < 4 || PLACEHOLDERS.has(bare) || isOneCharacter(bare) || isCounting(bare) ? undefined : serial;
};

/** What makers of boards leave in place of a UUID, in both orders of the bytes. */
const BOARD_UUIDS = [
  '0300020004000500',
  '0002000300040005',
  '123456781234567890abcd',
  '6ab5b300538d10149fb5b0684d007b53',
];

/** 32 hexadecimal digits in lower case. All zeros, all Fs, one byte over and over, and what boards come with name no machine. */
const uuidOf = (raw: Raw): string | undefined => {
  const digits = raw?.toLowerCase().replaceAll(/[^0-9a-f]/g, '') ?? '';
  const isMadeUp = isRepeated(digits) || BOARD_UUIDS.some((board) => digits.startsWith(board));
  return digits.length !== 32 || isMadeUp ? undefined : digits;
};

/** The first 14 digits: the fifteenth is a check digit, which some systems leave out. */
const imeiOf = (raw: Raw): string | undefined => {
  const digits = raw?.replaceAll(/\D/g, '') ?? '';
  return digits.length < 14 || digits.length > 16 || isOneCharacter(digits) ? undefined : digits.slice(0, 14);
};

/**
 * Addresses that many machines have: of the hosts of virtual machines, of modems, of VPN clients, of dialling up. Inventories learn
 * them by trouble; https://github.com/glpi-project/glpi/blob/main/src/Blacklist.php keeps a list.
 */
const SAME_EVERYWHERE = [
  '005056c0',
  '00a0c6000000',
  '000bcafe0000',
  '00059a3c7800',
  '00059a3c7a00',
  '00090faa0001',
  '00090ffe0001',
  '204153594eff',
  '24b620524153',
  '505054503030',
];

/** Twelve hexadecimal digits of a globally administered unicast address: a locally administered one is made up, and often shared. */
const macOf = (raw: Raw): string | undefined => {
  const digits = raw?.toLowerCase().replaceAll(/[^0-9a-f]/g, '') ?? '';
  const firstOctet = Number.parseInt(digits.slice(0, 2), 16);
  const isMadeUp = isRepeated(digits) || (firstOctet & 0b11) !== 0;
  const isEverywhere = SAME_EVERYWHERE.some((start) => digits.startsWith(start));
  return digits.length !== 12 || isMadeUp || isEverywhere ? undefined : digits;
};

/** One byte over and over. */
const isRepeated = (digits: string): boolean => new Set(digits.match(/../g)).size === 1;

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
