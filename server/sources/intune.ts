import * as v from 'valibot';
import type { Ownership, ReportedDevice } from '../../src/posture/device.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import { identityOf } from '../../src/posture/identity.ts';
import { isAfter, readInstant } from '../../src/posture/instant.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { intuneConnector } from './intune-connection.ts';
import { policyStatesSchema, signalsOfSettings } from './intune-settings.ts';
import { broken, formOf, isIpad } from './phone.ts';
import {
  date,
  flag,
  listingOf,
  listOf,
  type ManagementSystem,
  maybe,
  onOrOff,
  type Reading,
  readAnswer,
  said,
  signalsOf,
} from './source.ts';

/**
 * What is used of a `managedDevice` of Microsoft Graph v1.0
 * (https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice), with the states of its compliance policies
 * attached.
 */
const managedDeviceSchema = v.object({
  deviceName: said,
  model: said,
  operatingSystem: said,
  osVersion: said,
  androidSecurityPatchLevel: said,
  isEncrypted: flag,
  /** A text: "True", "False", "Unknown". */
  jailBroken: said,
  complianceState: said,
  managedDeviceOwnerType: said,
  /** Told by the beta version of the API only. */
  managementState: said,
  enrolledDateTime: date,
  lastSyncDateTime: date,
  serialNumber: said,
  udid: said,
  imei: said,
  wiFiMacAddress: said,
  ethernetMacAddress: said,
  deviceCompliancePolicyStates: policyStatesSchema,
  windowsProtectionState: maybe(
    v.object({
      lastReportedDateTime: date,
      malwareProtectionEnabled: flag,
      realTimeProtectionEnabled: flag,
      signatureUpdateOverdue: flag,
    }),
  ),
});

type ManagedDevice = v.InferOutput<typeof managedDeviceSchema>;

const platformsByStart: readonly (readonly [start: string, platform: Platform])[] = [
  ['windows', 'windows'],
  ['macos', 'macos'],
  ['mac os', 'macos'],
  ['ipados', 'ipados'],
  ['ios', 'ios'],
  ['android', 'android'],
  ['linux', 'linux'],
  ['chromeos', 'chromeos'],
];

/** Intune may call an iPad's system iOS; its model tells. */
function platformOf({ operatingSystem = '', model }: ManagedDevice): Platform {
  const system = operatingSystem.toLowerCase();
  const platform = platformsByStart.find(([start]) => system.startsWith(start))?.[1] ?? 'unknown';
  return platform === 'ios' && isIpad(model) ? 'ipados' : platform;
}

const ownerships: ReadonlyMap<string, Ownership> = new Map([
  ['company', 'company'],
  ['personal', 'personal'],
]);

/** Where `isEncrypted: false` is an observation once the device has reported; elsewhere it is only the field's default. */
const platformsReportingNoEncryption: readonly Platform[] = ['windows', 'macos', 'android'];

function encryption(device: ManagedDevice, platform: Platform): 'on' | 'off' | undefined {
  const { isEncrypted, enrolledDateTime, lastSyncDateTime, complianceState = 'unknown' } = device;
  if (isEncrypted !== false) return onOrOff(isEncrypted);
  const hasReported =
    enrolledDateTime !== undefined &&
    lastSyncDateTime !== undefined &&
    isAfter(lastSyncDateTime, enrolledDateTime) &&
    complianceState !== 'unknown';
  return hasReported && platformsReportingNoEncryption.includes(platform) ? 'off' : undefined;
}

function integrity({ jailBroken }: ManagedDevice, platform: Platform): FactValue<'deviceIntegrity'> | undefined {
  const answer = jailBroken?.toLowerCase();
  if (answer === 'true') return broken[platform];
  return answer === 'false' && broken[platform] !== undefined ? 'intact' : undefined;
}

/** Android's patch level is a day; other platforms have none. */
function patchedAt({ androidSecurityPatchLevel: level }: ManagedDevice, platform: Platform): string | undefined {
  // The comparison refuses a day that no month has, which a lenient reader would carry over into the next.
  return platform === 'android' && level !== undefined && readInstant(level)?.slice(0, 10) === level
    ? level
    : undefined;
}

/** Windows has its build and revision in the version, when it tells all four numbers. */
const buildOf = ({ osVersion = '' }: ManagedDevice, platform: Platform): string | undefined =>
  platform === 'windows' && /^\d+\.\d+\.\d+\.\d+$/.test(osVersion) ? osVersion : undefined;

function defender({ windowsProtectionState: state }: ManagedDevice): FactValue<'endpointProtection'> | undefined {
  const parts = [state?.malwareProtectionEnabled, state?.realTimeProtectionEnabled];
  const name = 'Microsoft Defender Antivirus';
  if (parts.includes(false)) return [{ name, state: 'stopped' }];
  if (parts.includes(undefined)) return undefined;
  return [{ name, state: state?.signatureUpdateOverdue === true ? 'outdated' : 'running' }];
}

function signalsIn(device: ManagedDevice, platform: Platform, as: Reading): readonly Signal[] {
  const observedAt = device.lastSyncDateTime;
  const settings = signalsOfSettings(device.deviceCompliancePolicyStates, as, observedAt);
  const isTold = settings.some(({ fact }) => fact === 'diskEncryption');
  return [
    ...settings,
    ...signalsOf(
      {
        // A setting that was evaluated is the stronger statement: `isEncrypted` cannot say "not known".
        diskEncryption: isTold ? undefined : encryption(device, platform),
        deviceIntegrity: integrity(device, platform),
        osVersion: device.osVersion,
        osBuild: buildOf(device, platform),
        osPatchedAt: patchedAt(device, platform),
      },
      as.source,
      observedAt,
    ),
    ...signalsOf(
      { endpointProtection: platform === 'windows' ? defender(device) : undefined },
      as.source,
      device.windowsProtectionState?.lastReportedDateTime,
    ),
  ];
}

function deviceOf(device: ManagedDevice, as: Reading): ReportedDevice {
  const { deviceName, model, managedDeviceOwnerType = '', lastSyncDateTime } = device;
  const platform = platformOf(device);
  return {
    source: as.source,
    identity: identityOf({
      serial: device.serialNumber,
      hardwareUuid: device.udid,
      imei: device.imei,
      macs: [device.wiFiMacAddress, device.ethernetMacAddress],
    }),
    name: deviceName ?? model ?? '',
    platform,
    form: formOf(platform),
    ...(model !== undefined && { model }),
    ownership: ownerships.get(managedDeviceOwnerType) ?? 'unknown',
    ...(lastSyncDateTime !== undefined && { lastContactAt: lastSyncDateTime }),
    signals: signalsIn(device, platform, as),
  };
}

/** From the moment at which it is asked for: nobody is to repair what is being given away. Failed and cancelled, it is in use. */
const retirement = /^(?:retire|wipe|delete)(?:pending|issued)$/i;

const answerSchema = v.object({ value: listOf(managedDeviceSchema) });
const phone = ['diskEncryption', 'screenLock', 'deviceIntegrity', 'osVersion'] as const;

/** Devices of Microsoft Intune. All but Defender's own state was observed at the last sync. */
export const intune: ManagementSystem = {
  kind: 'intune',
  name: 'Microsoft Intune',
  covers: {
    windows: ['diskEncryption', 'firewall', 'screenLock', 'endpointProtection', 'osVersion', 'osBuild'],
    macos: ['diskEncryption', 'firewall', 'screenLock', 'osVersion'],
    ios: phone,
    ipados: phone,
    android: [...phone, 'osPatchedAt'],
    linux: ['diskEncryption', 'osVersion'],
    chromeos: ['osVersion'],
  },
  answerOf: (records) => ({ value: records }),
  readsChecks: true,
  connector: intuneConnector,
  devicesIn: (json, as) =>
    listingOf(readAnswer(answerSchema, json).value, {
      deviceOf: (device) => deviceOf(device, as),
      isRetired: ({ managementState = '' }) => retirement.test(managementState),
    }),
};
