import type { ReportedDevice } from '../../src/posture/device.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import { identityOf } from '../../src/posture/identity.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { ownerships, pageOf } from './google.ts';
import { googleCloudIdentityConnector } from './google-cloud-identity-connection.ts';
import { type Device, deviceSchema, type User } from './google-cloud-identity-record.ts';
import { broken, formOf, isIpad } from './phone.ts';
import { listingOf, type ManagementSystem, onOrOff, signalsOf } from './source.ts';

const platforms: ReadonlyMap<string, Platform> = new Map([
  ['ANDROID', 'android'],
  ['IOS', 'ios'],
  ['WINDOWS', 'windows'],
  ['MAC_OS', 'macos'],
  ['LINUX', 'linux'],
  ['CHROME_OS', 'chromeos'],
]);

function platformOf({ deviceType = '', model }: Device): Platform {
  const platform = platforms.get(deviceType.toUpperCase()) ?? 'unknown';
  return platform === 'ios' && isIpad(model) ? 'ipados' : platform;
}

const onOffStates: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['ENCRYPTED', 'on'],
  ['NOT_ENCRYPTED', 'off'],
  ['PASSWORD_SET', 'on'],
  ['PASSWORD_NOT_SET', 'off'],
]);

/** A device says UNCOMPROMISED where its user says NOT_COMPROMISED. */
const compromisedStates: ReadonlyMap<string, 'intact' | 'broken'> = new Map([
  ['UNCOMPROMISED', 'intact'],
  ['NOT_COMPROMISED', 'intact'],
  ['COMPROMISED', 'broken'],
]);

/** Only of phones is it known what Google looks at. */
function integrity(state = '', platform: Platform): FactValue<'deviceIntegrity'> | undefined {
  const name = broken[platform];
  const told = name && compromisedStates.get(state.toUpperCase());
  return told === 'broken' ? name : told;
}

/** Which program it is, Google does not tell. */
function antivirus(
  enabled: boolean | undefined,
  installed: boolean | undefined,
): FactValue<'endpointProtection'> | undefined {
  if (installed === false) return [];
  return enabled === undefined ? undefined : [{ name: 'Antivirus', state: enabled ? 'running' : 'stopped' }];
}

function signalsOfUser(user: User, device: Device, platform: Platform, source: string): readonly Signal[] {
  return signalsOf(
    {
      screenLock: onOffStates.get(user.passwordState?.toUpperCase() ?? ''),
      deviceIntegrity: integrity(user.compromisedState, platform),
    },
    source,
    user.lastSyncTime ?? device.lastSyncTime,
  );
}

function signalsIn(device: Device, platform: Platform, source: string): readonly Signal[] {
  const { additionalSignals: seen } = device.endpointVerificationSpecificAttributes ?? {};
  const secureBoot = onOrOff(seen?.is_secure_boot_enabled);
  const isAndroid = platform === 'android';
  return [
    ...signalsOf(
      {
        diskEncryption: onOffStates.get(device.encryptionState?.toUpperCase() ?? ''),
        deviceIntegrity: integrity(device.compromisedState, platform),
        firewall: onOrOff(seen?.is_os_native_firewall_enabled),
        systemProtection: secureBoot && { secureBoot },
        endpointProtection: antivirus(seen?.av_enabled, seen?.av_installed),
        osVersion: device.osVersion,
        osPatchedAt: isAndroid ? device.securityPatchTime?.slice(0, 'YYYY-MM-DD'.length) : undefined,
        unknownSources: isAndroid ? onOrOff(device.androidSpecificAttributes?.enabledUnknownSources) : undefined,
        usbDebugging: isAndroid ? onOrOff(device.enabledUsbDebugging) : undefined,
      },
      source,
      device.lastSyncTime,
    ),
    ...(device.deviceUsers ?? []).flatMap((user) => signalsOfUser(user, device, platform, source)),
  ];
}

function deviceOf(device: Device, source: string): ReportedDevice {
  const { model, hostname, assetTag, ownerType = '', lastSyncTime } = device;
  const platform = platformOf(device);
  return {
    source,
    identity: identityOf({ serial: device.serialNumber, imei: device.imei, macs: device.wifiMacAddresses }),
    ...(assetTag !== undefined && { assetTag }),
    name: hostname ?? model ?? '',
    platform,
    form: formOf(platform),
    ...(model !== undefined && { model }),
    ownership: ownerships.get(ownerType.toUpperCase()) ?? 'unknown',
    ...(lastSyncTime !== undefined && { lastContactAt: lastSyncTime }),
    signals: signalsIn(device, platform, source),
  };
}

const retiredStates: ReadonlySet<string> = new Set(['WIPING', 'WIPED', 'UNPROVISIONED', 'UNENROLLED']);
const isGone = ({ managementState = '' }: Device | User): boolean => retiredStates.has(managementState.toUpperCase());

const phone = ['diskEncryption', 'screenLock', 'deviceIntegrity', 'osVersion'] as const;
const computer = [
  'diskEncryption',
  'firewall',
  'screenLock',
  'systemProtection',
  'endpointProtection',
  'osVersion',
] as const;

/** Devices of Google's Cloud Identity: phones, and computers on which Endpoint Verification is installed. */
export const googleCloudIdentity: ManagementSystem = {
  kind: 'google-cloud-identity',
  name: 'Google Endpoint Verification',
  covers: {
    windows: computer,
    macos: computer,
    linux: ['diskEncryption', 'screenLock', 'osVersion'],
    chromeos: ['osVersion'],
    ios: phone,
    ipados: phone,
    android: [...phone, 'osPatchedAt', 'unknownSources', 'usbDebugging'],
  },
  answerOf: (records) => ({ devices: records }),
  connector: googleCloudIdentityConnector,
  devicesIn: (json, { source }) =>
    listingOf(pageOf('devices', deviceSchema, json), {
      deviceOf: (device) => deviceOf(device, source),
      // The person may have left a device that others still use.
      isRetired: ({ deviceUsers: users = [], ...device }) =>
        isGone(device) || (users.length > 0 && users.every(isGone)),
    }),
};
