import type { Instant } from '../../src/posture/instant.ts';
import type { SourceAnswer } from '../posture.ts';
import { systems } from '../sources/index.ts';

/** A Mac that does not exist. */
export interface Mac {
  readonly name: string;
  readonly serial: string;
  readonly hardwareUuid: string;
  readonly mac: string;
  readonly model: string;
  readonly modelIdentifier: string;
}

/** What Jamf's inventory found on it. Null is what Jamf writes for what it does not know. */
export interface Inventory {
  readonly takenAt: Instant;
  readonly osVersion: string | null;
  readonly diskState: 'ENCRYPTED' | 'UNENCRYPTED' | 'UNKNOWN';
  readonly firewallEnabled: boolean | null;
}

/** A computer as `GET /api/v4/computers-inventory` writes it. */
const computer = (mac: Mac, { takenAt, osVersion, diskState, firewallEnabled }: Inventory) => ({
  id: '1',
  udid: mac.hardwareUuid,
  general: {
    name: mac.name,
    platform: 'Mac',
    reportDate: takenAt,
    lastCheckIn: takenAt,
    lastContact: takenAt,
    supervised: true,
  },
  diskEncryption: {
    bootPartitionEncryptionDetails: { partitionName: 'Macintosh HD', partitionFileVault2State: diskState },
  },
  security: {
    sipStatus: 'ENABLED',
    gatekeeperStatus: 'APP_STORE_AND_IDENTIFIED_DEVELOPERS',
    secureBootLevel: 'FULL_SECURITY',
    firewallEnabled,
    remoteDesktopEnabled: false,
    autoLoginDisabled: true,
  },
  operatingSystem: { name: 'macOS', version: osVersion, build: null, rapidSecurityResponse: null },
  softwareUpdates: [],
  hardware: {
    make: 'Apple',
    model: mac.model,
    modelIdentifier: mac.modelIdentifier,
    serialNumber: mac.serial,
    macAddress: mac.mac,
  },
});

/** A whole answer of Jamf Pro about one Mac, given at `answeredAt`. */
export const jamfAnswered = (
  mac: Mac,
  inventory: Inventory,
  answeredAt: Instant,
  { id, name }: Pick<SourceAnswer, 'id' | 'name'> = { id: 'jamf', name: systems.jamf.name },
): SourceAnswer => ({
  id,
  name,
  system: systems.jamf,
  status: 'answered',
  reason: null,
  answeredAt,
  json: { totalCount: 1, results: [computer(mac, inventory)] },
});
