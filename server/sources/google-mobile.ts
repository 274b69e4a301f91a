import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import { identityOf } from '../../src/posture/identity.ts';
import { instant, readInstant } from '../../src/posture/instant.ts';
import type { Platform } from '../../src/posture/platform.ts';
import { pageOf } from './google.ts';
import { googleMobileConnector } from './google-directory-connection.ts';
import { broken, isIpad } from './phone.ts';
import { date, flag, listingOf, type ManagementSystem, onOrOff, said, signalsOf } from './source.ts';

/**
 * What is used of a device of `GET …/devices/mobile?projection=FULL`
 * (https://developers.google.com/workspace/admin/directory/reference/rest/v1/mobiledevices).
 */
const mobileSchema = v.object({
  model: said,
  /** "Android 16", "iOS 27.2". */
  os: said,
  status: said,
  lastSync: date,
  deviceCompromisedStatus: said,
  encryptionStatus: said,
  devicePasswordStatus: said,
  /** Milliseconds, written as text. */
  securityPatchLevel: said,
  adbStatus: flag,
  unknownSourcesStatus: flag,
  serialNumber: said,
  imei: said,
  wifiMacAddress: said,
});

type Mobile = v.InferOutput<typeof mobileSchema>;

/** The texts of Google's statuses are nowhere listed: these are known, and every other says nothing. In lower case. */
const encryptionTexts: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['encrypted', 'on'],
  ['not encrypted', 'off'],
  ['unencrypted', 'off'],
]);

const passwordTexts: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['on', 'on'],
  ['password set', 'on'],
  ['off', 'off'],
  ['password not set', 'off'],
]);

const compromiseTexts: ReadonlyMap<string, 'intact' | 'broken'> = new Map([
  ['no compromise detected', 'intact'],
  ['uncompromised', 'intact'],
  ['not compromised', 'intact'],
  ['compromise detected', 'broken'],
  ['compromised', 'broken'],
]);

/** Some texts are also written as names: "PASSWORD_SET". */
const known = <State>(texts: ReadonlyMap<string, State>, text = ''): State | undefined =>
  texts.get(text.toLowerCase().replaceAll('_', ' '));

function platformOf({ os = '', model }: Mobile): Platform {
  if (/^android\b/i.test(os)) return 'android';
  if (/^ipados\b/i.test(os)) return 'ipados';
  if (/^(?:ios|iphone os)\b/i.test(os)) return isIpad(model) ? 'ipados' : 'ios';
  return 'unknown';
}

function integrity({ deviceCompromisedStatus }: Mobile, platform: Platform): FactValue<'deviceIntegrity'> | undefined {
  const state = known(compromiseTexts, deviceCompromisedStatus);
  return state === 'broken' ? broken[platform] : state;
}

/** Zero is none. No day that a device could have has more than 13 digits. */
const patchedAt = ({ securityPatchLevel: level = '' }: Mobile): string | undefined =>
  /^\d{1,13}$/.test(level) ? readInstant(instant(Number(level)))?.slice(0, 'YYYY-MM-DD'.length) : undefined;

function deviceOf(mobile: Mobile, source: string): ReportedDevice {
  const { model, os, lastSync, serialNumber, imei, wifiMacAddress } = mobile;
  const platform = platformOf(mobile);
  const isAndroid = platform === 'android';
  return {
    source,
    identity: identityOf({ serial: serialNumber, imei, macs: [wifiMacAddress] }),
    name: model ?? '',
    platform,
    form: platform === 'ipados' ? 'tablet' : 'phone',
    ...(model !== undefined && { model }),
    ownership: 'unknown',
    ...(lastSync !== undefined && { lastContactAt: lastSync }),
    signals: signalsOf(
      {
        diskEncryption: known(encryptionTexts, mobile.encryptionStatus),
        screenLock: known(passwordTexts, mobile.devicePasswordStatus),
        deviceIntegrity: integrity(mobile, platform),
        osVersion: os,
        osPatchedAt: isAndroid ? patchedAt(mobile) : undefined,
        unknownSources: isAndroid ? onOrOff(mobile.unknownSourcesStatus) : undefined,
        usbDebugging: isAndroid ? onOrOff(mobile.adbStatus) : undefined,
      },
      source,
      lastSync,
    ),
  };
}

const phone = ['diskEncryption', 'screenLock', 'deviceIntegrity', 'osVersion'] as const;

/** Phones and tablets of Google's mobile management. Everything was observed at the last sync. */
export const googleMobile: ManagementSystem = {
  kind: 'google-mobile',
  name: 'Google Mobile Management',
  covers: {
    ios: phone,
    ipados: phone,
    android: [...phone, 'osPatchedAt', 'unknownSources', 'usbDebugging'],
  },
  answerOf: (records) => ({ mobiledevices: records }),
  connector: googleMobileConnector,
  devicesIn: (json, { source }) =>
    listingOf(pageOf('mobiledevices', mobileSchema, json), {
      deviceOf: (mobile) => deviceOf(mobile, source),
      isRetired: ({ status = '' }) => /^(?:account[ _])?(?:wip(?:ed|ing)|unprovisioned|unenrolled)$/i.test(status),
    }),
};
