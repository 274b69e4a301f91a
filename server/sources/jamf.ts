import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import { identityOf } from '../../src/posture/identity.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { attributesSchema, signalsOfAttributes } from './attribute-check.ts';
import { jamfConnector } from './jamf-connection.ts';
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

/** What is used of a computer of `GET /api/v4/computers-inventory` (and v1 to v3): https://developer.jamf.com/jamf-pro/reference. */
const computerSchema = v.object({
  udid: said,
  general: maybe(
    v.object({
      name: said,
      reportDate: date,
      lastContact: date,
      lastCheckIn: date,
      /** Before v4. */
      lastContactTime: date,
      remoteManagement: maybe(v.object({ managed: flag })),
      extensionAttributes: attributesSchema,
    }),
  ),
  hardware: maybe(
    v.object({
      serialNumber: said,
      macAddress: said,
      altMacAddress: said,
      model: said,
      extensionAttributes: attributesSchema,
    }),
  ),
  operatingSystem: maybe(
    v.object({ version: said, build: said, fileVault2Status: said, extensionAttributes: attributesSchema }),
  ),
  diskEncryption: maybe(
    v.object({ bootPartitionEncryptionDetails: maybe(v.object({ partitionFileVault2State: said })) }),
  ),
  security: maybe(v.object({ firewallEnabled: flag, sipStatus: said, gatekeeperStatus: said, secureBootLevel: said })),
  softwareUpdates: maybe(v.array(v.unknown())),
  /** Each is listed in the section in which the company has it shown, or here. */
  extensionAttributes: attributesSchema,
});

type Computer = v.InferOutput<typeof computerSchema>;
type DiskState = FactValue<'diskEncryption'>;
type Protection = FactValue<'systemProtection'>;

/** Of the boot partition. INELIGIBLE and UNKNOWN say nothing. */
const diskStates: ReadonlyMap<string, DiskState> = new Map([
  ['ENCRYPTED', 'on'],
  ['OPTIMIZING', 'on'],
  ['ENCRYPTING', 'encrypting'],
  ['ENCRYPTING_PAUSED', 'encrypting'],
  ['RESTART_NEEDED', 'encrypting'],
  ['UNENCRYPTED', 'off'],
  ['DECRYPTED', 'off'],
  ['DECRYPTING', 'off'],
  ['DECRYPTING_PAUSED', 'off'],
]);

/** Of the whole computer. SOME_ENCRYPTED does not tell whether the boot volume is among them. */
const coarseDiskStates: ReadonlyMap<string, DiskState> = new Map([
  ['ALL_ENCRYPTED', 'on'],
  ['BOOT_ENCRYPTED', 'on'],
  ['NOT_ENCRYPTED', 'off'],
]);

const sipStates: ReadonlyMap<string, NonNullable<Protection['sip']>> = new Map([
  ['ENABLED', 'on'],
  ['DISABLED', 'off'],
  ['NOT_AVAILABLE', 'unsupported'],
]);

const gatekeeperStates: ReadonlyMap<string, NonNullable<Protection['gatekeeper']>> = new Map([
  ['APP_STORE', 'on'],
  ['APP_STORE_AND_IDENTIFIED_DEVELOPERS', 'on'],
  ['DISABLED', 'off'],
]);

const secureBootLevels: ReadonlyMap<string, NonNullable<Protection['secureBoot']>> = new Map([
  ['FULL_SECURITY', 'on'],
  ['MEDIUM_SECURITY', 'reduced'],
  ['NO_SECURITY', 'off'],
  ['NOT_SUPPORTED', 'unsupported'],
]);

/** The boot partition decides: snapshots and other volumes may well be unencrypted. */
function diskState({ diskEncryption, operatingSystem }: Computer): DiskState | undefined {
  const boot = diskEncryption?.bootPartitionEncryptionDetails?.partitionFileVault2State;
  return boot === undefined ? coarseDiskStates.get(operatingSystem?.fileVault2Status ?? '') : diskStates.get(boot);
}

function systemProtection({ security }: Computer): Protection | undefined {
  const sip = sipStates.get(security?.sipStatus ?? '');
  const gatekeeper = gatekeeperStates.get(security?.gatekeeperStatus ?? '');
  const secureBoot = secureBootLevels.get(security?.secureBootLevel ?? '');
  const known = { ...(sip && { sip }), ...(gatekeeper && { gatekeeper }), ...(secureBoot && { secureBoot }) };
  return Object.keys(known).length > 0 ? known : undefined;
}

/** What the company has its Macs report. */
const attributesOf = ({ extensionAttributes = [], general, hardware, operatingSystem }: Computer) => [
  ...extensionAttributes,
  ...[general, hardware, operatingSystem].flatMap((section) => section?.extensionAttributes ?? []),
];

function signalsIn(computer: Computer, { source, checks = [] }: Reading): readonly Signal[] {
  const { general, operatingSystem, security, softwareUpdates } = computer;
  const ofCompany = signalsOfAttributes(attributesOf(computer), checks, source, general?.reportDate);
  // remoteDesktopEnabled is Apple Remote Desktop, not SSH; autoLoginDisabled says nothing of the lock: both are left out.
  const own = signalsOf(
    {
      diskEncryption: diskState(computer),
      firewall: onOrOff(security?.firewallEnabled),
      osVersion: operatingSystem?.version,
      osBuild: operatingSystem?.build,
      systemProtection: systemProtection(computer),
      pendingUpdates: softwareUpdates && { count: softwareUpdates.length },
    },
    source,
    general?.reportDate,
  );
  // A company that has a check of its own trusts it more than what the inventory says.
  return [...own.filter(({ fact }) => !ofCompany.some((signal) => signal.fact === fact)), ...ofCompany];
}

function deviceOf(computer: Computer, as: Reading): ReportedDevice {
  const { udid, general, hardware } = computer;
  const lastContactAt = general?.lastContact ?? general?.lastCheckIn ?? general?.lastContactTime;
  return {
    source: as.source,
    identity: identityOf({
      serial: hardware?.serialNumber,
      hardwareUuid: udid,
      macs: [hardware?.macAddress, hardware?.altMacAddress],
    }),
    name: general?.name ?? hardware?.model ?? '',
    platform: 'macos',
    form: 'computer',
    ...(hardware?.model !== undefined && { model: hardware.model }),
    ownership: 'unknown',
    ...(lastContactAt !== undefined && { lastContactAt }),
    signals: signalsIn(computer, as),
  };
}

const answerSchema = v.object({ results: listOf(computerSchema) });

/** Computers of Jamf Pro. Everything but the contact was observed when the inventory was taken (`reportDate`). */
export const jamf: ManagementSystem = {
  kind: 'jamf',
  name: 'Jamf Pro',
  covers: { macos: ['diskEncryption', 'firewall', 'osVersion', 'osBuild', 'systemProtection', 'pendingUpdates'] },
  answerOf: (results) => ({ results }),
  readsChecks: true,
  connector: jamfConnector,
  devicesIn: (json, as) =>
    listingOf(readAnswer(answerSchema, json).results, {
      deviceOf: (computer) => deviceOf(computer, as),
      isRetired: ({ general }) => general?.remoteManagement?.managed === false,
    }),
};
