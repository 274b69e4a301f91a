import type { Instant } from '../../src/posture/instant.ts';
import type { SourceAnswer } from '../posture.ts';
import { systems } from '../sources/index.ts';
import { acmeChecks } from './acme.ts';

/** A Mac that does not exist. */
export interface Mac {
  readonly name: string;
  readonly serial: string;
  readonly hardwareUuid: string;
  readonly mac: string;
  readonly model: string;
  readonly modelIdentifier: string;
}

/** The values of Acme's extension attributes on a Mac with which all is well. */
const wellAttributes = {
  'Automatic updates': 'On',
  'Remote login': 'Off',
  'Screen lock': 'On',
  'Acme Guard': 'Running',
};

/** What Jamf's inventory found on it. Null is what Jamf writes for what it does not know. */
export interface Inventory {
  readonly takenAt: Instant;
  readonly osVersion: string | null;
  readonly diskState: 'ENCRYPTED' | 'UNENCRYPTED' | 'UNKNOWN';
  readonly firewallEnabled: boolean | null;
  /** Where Acme's attributes are not as they should be. */
  readonly attributes?: Partial<typeof wellAttributes>;
}

/** A Mac and what was found on it. */
export type FoundMac = readonly [mac: Mac, inventory: Inventory];

/** A computer as `GET /api/v4/computers-inventory` writes it. */
const computer = ([mac, found]: FoundMac, index: number) => ({
  id: String(index + 1),
  udid: mac.hardwareUuid,
  general: {
    name: mac.name,
    // The company's label: of no use to anybody but its own people.
    assetTag: `ACME-${mac.serial.slice(2)}`,
    platform: 'Mac',
    reportDate: found.takenAt,
    lastCheckIn: found.takenAt,
    lastContact: found.takenAt,
    supervised: true,
    remoteManagement: { managed: true },
  },
  diskEncryption: {
    bootPartitionEncryptionDetails: { partitionName: 'Macintosh HD', partitionFileVault2State: found.diskState },
  },
  security: {
    sipStatus: 'ENABLED',
    gatekeeperStatus: 'APP_STORE_AND_IDENTIFIED_DEVELOPERS',
    secureBootLevel: 'FULL_SECURITY',
    firewallEnabled: found.firewallEnabled,
    remoteDesktopEnabled: false,
    autoLoginDisabled: true,
  },
  operatingSystem: { name: 'macOS', version: found.osVersion, build: null, rapidSecurityResponse: null },
  softwareUpdates: [],
  extensionAttributes: Object.entries({ ...wellAttributes, ...found.attributes }).map(([name, value]) => ({
    name,
    dataType: 'STRING',
    values: [value],
  })),
  hardware: {
    make: 'Apple',
    model: mac.model,
    modelIdentifier: mac.modelIdentifier,
    serialNumber: mac.serial,
    macAddress: mac.mac,
  },
});

/** A whole answer of Jamf Pro, given at `answeredAt`. */
export const jamfAnswered = (
  macs: readonly FoundMac[],
  answeredAt: Instant,
  { id, name }: Pick<SourceAnswer, 'id' | 'name'> = { id: 'jamf', name: systems.jamf.name },
): SourceAnswer => ({
  id,
  name,
  system: systems.jamf,
  checks: acmeChecks,
  status: 'answered',
  reason: null,
  answeredAt,
  json: { totalCount: macs.length, results: macs.map(computer) },
});
