import type { ComplianceStatus, DeviceCompliancePolicyState, ManagedDevice } from '@microsoft/microsoft-graph-types';
import { DAY, type Instant, later } from '../../src/posture/instant.ts';
import type { SourceAnswer } from '../posture.ts';
import { systems } from '../sources/index.ts';
import type { Mac } from './jamf-answer.ts';
import type { Phone } from './phone.ts';

/** What Intune knows of a device since its last contact. */
export interface Sync {
  readonly syncedAt: Instant;
  readonly osVersion: string | null;
  readonly isEncrypted: boolean;
  /** The settings of its compliance policy; absent when Intune was asked for them and did not answer. */
  readonly settings?: Readonly<Record<string, ComplianceStatus>>;
}

/** Graph writes seven digits of a second's fraction. */
const graphTime = (at: Instant): string => at.replace('Z', '0000Z');

const policyStates = (settings: Sync['settings']): DeviceCompliancePolicyState[] | null =>
  settings === undefined
    ? null
    : [
        {
          displayName: 'Acme devices',
          settingStates: Object.entries(settings).map(([setting, state]) => ({ setting, settingName: setting, state })),
        },
      ];

const managed = ({ syncedAt, osVersion, isEncrypted, settings }: Sync) =>
  ({
    managedDeviceOwnerType: 'company',
    enrolledDateTime: graphTime(later(syncedAt, -300 * DAY)),
    lastSyncDateTime: graphTime(syncedAt),
    complianceState: 'compliant',
    osVersion,
    isEncrypted,
    udid: null,
    ethernetMacAddress: null,
    deviceCompliancePolicyStates: policyStates(settings),
  }) satisfies ManagedDevice;

const macAddress = (mac: string): string => mac.replaceAll(':', '');

export const managedMac = (mac: Mac, sync: Sync): ManagedDevice => ({
  ...managed(sync),
  deviceName: mac.name,
  model: mac.model,
  manufacturer: 'Apple',
  operatingSystem: 'macOS',
  serialNumber: mac.serial,
  wiFiMacAddress: macAddress(mac.mac),
  jailBroken: 'Unknown',
});

/** A Windows computer, with the state of its antivirus attached. Its MAC address is that of its Wi-Fi. */
export const managedPc = (pc: Pick<Mac, 'name' | 'model' | 'serial' | 'mac'>, sync: Sync): ManagedDevice => ({
  ...managed(sync),
  deviceName: pc.name,
  model: pc.model,
  operatingSystem: 'Windows',
  serialNumber: pc.serial,
  wiFiMacAddress: macAddress(pc.mac),
  jailBroken: 'Unknown',
  windowsProtectionState: {
    lastReportedDateTime: graphTime(sync.syncedAt),
    malwareProtectionEnabled: true,
    realTimeProtectionEnabled: true,
    signatureUpdateOverdue: false,
  },
});

export const managedPhone = (
  phone: Phone,
  sync: Sync,
  system: Pick<ManagedDevice, 'operatingSystem' | 'jailBroken' | 'androidSecurityPatchLevel'>,
): ManagedDevice => ({
  ...managed(sync),
  ...system,
  deviceName: phone.name,
  model: phone.name,
  manufacturer: phone.manufacturer,
  serialNumber: phone.serial,
  imei: phone.imei,
  wiFiMacAddress: macAddress(phone.mac),
});

/** A whole answer of Intune, given at `answeredAt`. */
export const intuneAnswered = (devices: readonly ManagedDevice[], answeredAt: Instant): SourceAnswer => ({
  id: 'intune',
  name: systems.intune.name,
  system: systems.intune,
  status: 'answered',
  reason: null,
  answeredAt,
  json: { '@odata.count': devices.length, value: devices },
});

/** No answer now; what is known is what it answered before. */
export const intuneTimedOut = (before: SourceAnswer): SourceAnswer => ({
  ...before,
  status: 'failed',
  reason: 'timeout',
});

/** No answer now, and none before. */
export const intuneNeverAnswered: SourceAnswer = {
  id: 'intune',
  name: systems.intune.name,
  system: systems.intune,
  status: 'failed',
  reason: 'timeout',
  answeredAt: null,
  json: null,
};
