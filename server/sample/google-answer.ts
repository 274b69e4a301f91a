import { epochMs, type Instant, instant } from '../../src/posture/instant.ts';
import type { SourceAnswer } from '../posture.ts';
import { systems } from '../sources/index.ts';
import type { Phone } from './phone.ts';

/** What Google knows of a phone since its last contact. */
export interface MobileSync {
  readonly syncedAt: Instant;
  /** "Android 16". */
  readonly os: string | null;
  /** Android's security patch level, a day. */
  readonly patchLevel?: string;
  readonly isCompromised?: boolean;
  readonly hasPassword?: boolean;
}

/** A phone as `GET …/devices/mobile?projection=FULL` writes it. */
export const mobile = (phone: Phone, sync: MobileSync) => ({
  kind: 'admin#directory#mobiledevice',
  type: sync.patchLevel === undefined ? 'IOS_SYNC' : 'ANDROID',
  status: 'APPROVED',
  model: phone.name,
  manufacturer: phone.manufacturer,
  os: sync.os,
  serialNumber: phone.serial,
  imei: phone.imei,
  wifiMacAddress: phone.mac.toLowerCase(),
  lastSync: sync.syncedAt,
  deviceCompromisedStatus: sync.isCompromised ? 'Compromise detected' : 'No compromise detected',
  encryptionStatus: 'Encrypted',
  devicePasswordStatus: sync.hasPassword === false ? 'Off' : 'On',
  ...(sync.patchLevel !== undefined && {
    securityPatchLevel: String(Date.parse(sync.patchLevel)),
    developerOptionsStatus: false,
    adbStatus: false,
    unknownSourcesStatus: false,
  }),
});

/** A Chromebook that does not exist. */
export interface Chromebook {
  readonly assetTag: string;
  readonly model: string;
  readonly serial: string;
  readonly mac: string;
}

/** What Google knows of it since its last contact. */
export interface ChromebookSync {
  readonly syncedAt: Instant;
  readonly osVersion: string | null;
  readonly bootMode: 'Verified' | 'Dev';
}

/** A Chromebook as `GET …/devices/chromeos?projection=FULL` writes it. */
export const chromebook = ({ assetTag, model, serial, mac }: Chromebook, sync: ChromebookSync) => ({
  kind: 'admin#directory#chromeosdevice',
  status: 'ACTIVE',
  annotatedAssetId: assetTag,
  model,
  serialNumber: serial,
  macAddress: mac.replaceAll(':', '').toLowerCase(),
  osVersion: sync.osVersion,
  bootMode: sync.bootMode,
  lastSync: sync.syncedAt,
});

const answered = (
  system: 'google-mobile' | 'google-chromeos',
  list: string,
  devices: readonly object[],
  answeredAt: Instant,
): SourceAnswer => ({
  id: system,
  name: systems[system].name,
  system: systems[system],
  status: 'answered',
  reason: null,
  answeredAt,
  // A page without devices is written without the list.
  json: devices.length === 0 ? {} : { kind: `admin#directory#${list}`, [list]: devices },
});

/** A whole answer about phones, given at `answeredAt`. */
export const googleMobileAnswered = (
  devices: readonly ReturnType<typeof mobile>[],
  answeredAt: Instant,
): SourceAnswer => answered('google-mobile', 'mobiledevices', devices, answeredAt);

/** A whole answer about Chromebooks, given at `answeredAt`. */
export const googleChromeosAnswered = (
  devices: readonly ReturnType<typeof chromebook>[],
  answeredAt: Instant,
): SourceAnswer => answered('google-chromeos', 'chromeosdevices', devices, answeredAt);

/** The security patch level of the month that lies so many months back: makers bring them out on the fifth. */
export function patchLevelBefore(now: Instant, months: number): string {
  const today = new Date(epochMs(now));
  return instant(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 5)).slice(0, 'YYYY-MM-DD'.length);
}
