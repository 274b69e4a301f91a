import type { Device } from './device.ts';
import { identityOf } from './identity.ts';

/**
 * What the organisation's device management filled in about this computer, machine by machine. Each may be absent, and each may be
 * what such systems write where they know nothing.
 */
export interface DeviceHints {
  /** The last four characters of the serial number. */
  readonly serialEnding?: string | undefined;
  readonly serial?: string | undefined;
  readonly assetTag?: string | undefined;
  readonly hardwareUuid?: string | undefined;
}

type KeyKind = 'serial' | 'hardware-uuid' | 'asset-tag';

/** A hint in the form in which equal ones are equal strings. */
export type Hint =
  | { readonly kind: KeyKind; readonly value: string }
  | { readonly kind: 'serial-ending'; readonly value: string };

/** A hint as it can be compared with devices, without knowing their keys. */
export interface SealedHint {
  readonly kind: Hint['kind'];
  /** What `Device.hints` holds of a device that it fits; absent where only an ending is given. */
  readonly sealed?: string;
  /** The end of a serial number, as `serialEnding` holds it. */
  readonly ending?: string;
}

/** How many characters of a serial number leave the gateway. */
const ENDING = 4;

/** Variables that a device management has not filled in: `$SERIALNUMBER`, `{{serialnumber}}`, `%SerialNumber%`, `<serial>`. */
const NOT_FILLED_IN = /[$%{}<>]/;

/** Longer than any key. */
const LONGEST = 200;

const filledIn = (raw: string | undefined): string | undefined =>
  raw === undefined || raw.length > LONGEST || NOT_FILLED_IN.test(raw) ? undefined : raw;

/** What has the length of a serial number must not be what makers write in place of one. Shorter labels are the company's own. */
function assetTagOf(raw: string | undefined): string | undefined {
  const tag = raw?.trim().replaceAll(/\s+/g, ' ').toUpperCase() ?? '';
  const bare = tag.replaceAll(/[\s_-]/g, '');
  const isFiller =
    /^(?:NO|DEFAULT|CHASSIS|SYSTEM)?ASSET(?:TAG|NUMBER|INFORMATION)?\d{0,10}$/.test(bare) ||
    /^(?:NA|NO|TBD)$/.test(bare.replaceAll('/', ''));
  const isPlaceholder =
    bare.length < ENDING ? new Set(bare).size < 2 : identityOf({ serial: tag }).serial === undefined;
  return isFiller || isPlaceholder ? undefined : tag;
}

/** The hints that name one computer, in one form each. Placeholders and variables that were not filled in are no hints. */
export function hintsOf(given: DeviceHints): readonly Hint[] {
  const { serial, hardwareUuid } = identityOf({
    serial: filledIn(given.serial),
    hardwareUuid: filledIn(given.hardwareUuid),
  });
  const assetTag = assetTagOf(filledIn(given.assetTag));
  const ending = identityOf({ serial: filledIn(given.serialEnding) }).serial?.slice(-ENDING);
  return [
    ...(serial === undefined ? [] : [{ kind: 'serial', value: serial } as const]),
    ...(hardwareUuid === undefined ? [] : [{ kind: 'hardware-uuid', value: hardwareUuid } as const]),
    ...(assetTag === undefined ? [] : [{ kind: 'asset-tag', value: assetTag } as const]),
    ...(ending === undefined ? [] : [{ kind: 'serial-ending', value: ending } as const]),
  ];
}

/**
 * The text whose SHA-256 stands for a hint on the wire. It is salted with the person's key, so that what two people's answers say of
 * one computer cannot be compared.
 */
export const saltedText = (person: string, { kind, value }: Hint): string => `hint\n${person}\n${kind}:${value}`;

/** A hint once it is hashed; `digest` gives the SHA-256 of its `saltedText` in hexadecimal digits. */
export function sealedHint({ kind, value }: Hint, digest: string): SealedHint {
  if (kind === 'serial-ending') return { kind, ending: value };
  const sealed = `${kind}:${digest}`;
  return kind === 'serial' ? { kind, sealed, ending: value.slice(-ENDING) } : { kind, sealed };
}

/** Whether a device has the key that the hint names. A serial number is compared by its end where the device tells no more of it. */
export function fits({ kind, sealed, ending }: SealedHint, device: Device): boolean {
  if (sealed !== undefined && keysOf(device, kind).length > 0) return keysOf(device, kind).includes(sealed);
  return ending !== undefined && ending === device.serialEnding;
}

/** Whether a device is known to have another key than the hint names. One of which nobody knows the key says neither. */
export function denies(hint: SealedHint, device: Device): boolean {
  const isTold =
    keysOf(device, hint.kind).length > 0 || (hint.ending !== undefined && device.serialEnding !== undefined);
  return isTold && !fits(hint, device);
}

const keysOf = ({ hints = [] }: Device, kind: SealedHint['kind']): readonly string[] =>
  hints.filter((hint) => hint.startsWith(`${kind}:`));
