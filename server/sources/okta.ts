import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import { identityOf } from '../../src/posture/identity.ts';
import type { Platform } from '../../src/posture/platform.ts';
import { oktaConnector } from './okta-connection.ts';
import { broken, formOf, isIpad } from './phone.ts';
import { date, flag, listingOf, listOf, type ManagementSystem, maybe, readAnswer, said, signalsOf } from './source.ts';

/** What is used of a device of `GET /api/v1/devices?expand=user`: https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Device/. */
const deviceSchema = v.object({
  status: said,
  lastUpdated: date,
  profile: v.object({
    displayName: said,
    platform: said,
    model: said,
    osVersion: said,
    serialNumber: said,
    udid: said,
    imei: said,
    integrityJailbreak: flag,
    diskEncryptionType: said,
  }),
  /** The one person of whom this record is. */
  _embedded: maybe(v.object({ users: maybe(listOf(v.object({ screenLockType: said }))) })),
});

type OktaDevice = v.InferOutput<typeof deviceSchema>;

const platforms: ReadonlyMap<string, Platform> = new Map([
  ['ANDROID', 'android'],
  ['IOS', 'ios'],
  ['MACOS', 'macos'],
  ['WINDOWS', 'windows'],
]);

function platformOf({ profile }: OktaDevice): Platform {
  const platform = platforms.get(profile.platform?.toUpperCase() ?? '') ?? 'unknown';
  return platform === 'ios' && isIpad(profile.model) ? 'ipados' : platform;
}

const isComputer = (platform: Platform): boolean => platform === 'macos' || platform === 'windows';

/** Of the volume with the system. A key that is tied to the user is a thing of phones. */
function diskState({ profile }: OktaDevice, platform: Platform): FactValue<'diskEncryption'> | undefined {
  const type = profile.diskEncryptionType?.toUpperCase() ?? '';
  if (type === 'NONE') return 'off';
  const encrypted = isComputer(platform) ? ['ALL_INTERNAL_VOLUMES', 'SYSTEM_VOLUME'] : ['FULL', 'USER'];
  return platform !== 'unknown' && encrypted.includes(type) ? 'on' : undefined;
}

const locks: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['NONE', 'off'],
  ['PASSCODE', 'on'],
  ['BIOMETRIC', 'on'],
]);

/** What several people say of one screen is nobody's word. */
function lockState({ _embedded }: OktaDevice): 'on' | 'off' | undefined {
  const [use, ...others] = _embedded?.users ?? [];
  return others.length > 0 ? undefined : locks.get(use?.screenLockType?.toUpperCase() ?? '');
}

function integrity({ profile }: OktaDevice, platform: Platform): FactValue<'deviceIntegrity'> | undefined {
  const word = broken[platform];
  if (word === undefined || profile.integrityJailbreak === undefined) return undefined;
  return profile.integrityJailbreak ? word : 'intact';
}

/** Okta does not say whether the last number of Windows is that of the updates: without it nobody is told that one is missing. */
const versionOf = ({ profile: { osVersion } }: OktaDevice, platform: Platform): string | undefined =>
  platform === 'windows' ? osVersion?.split('.').slice(0, 3).join('.') : osVersion;

function deviceOf(device: OktaDevice, source: string): ReportedDevice {
  const { displayName, model, serialNumber, udid, imei } = device.profile;
  const platform = platformOf(device);
  // The record changes when somebody signs in with the device, and when an administrator suspends it: only the first is a word of it.
  const collectedAt = device.status?.toUpperCase() === 'ACTIVE' ? device.lastUpdated : undefined;
  return {
    source,
    identity: identityOf({
      serial: serialNumber,
      // On newer Macs it is not the hardware UUID that others tell, and would contradict it.
      hardwareUuid: serialNumber === undefined && platform === 'macos' ? udid : undefined,
      imei,
    }),
    name: displayName ?? model ?? '',
    platform,
    form: formOf(platform),
    ...(model !== undefined && { model }),
    ownership: 'unknown',
    ...(collectedAt !== undefined && { lastContactAt: collectedAt }),
    signals: signalsOf(
      {
        diskEncryption: diskState(device, platform),
        screenLock: lockState(device),
        deviceIntegrity: integrity(device, platform),
        osVersion: versionOf(device, platform),
      },
      source,
      collectedAt,
    ),
  };
}

const ofComputers = ['diskEncryption', 'screenLock', 'osVersion'] as const;
const ofPhones = ['diskEncryption', 'screenLock', 'deviceIntegrity', 'osVersion'] as const;

/** Devices with Okta Verify. Everything was observed when somebody last signed in with them. */
export const okta: ManagementSystem = {
  kind: 'okta',
  name: 'Okta (preview)',
  isPreview: true,
  covers: { macos: ofComputers, windows: ofComputers, ios: ofPhones, ipados: ofPhones, android: ofPhones },
  answerOf: (records) => records,
  connector: oktaConnector,
  devicesIn: (json, { source }) =>
    listingOf(readAnswer(listOf(deviceSchema), json), {
      deviceOf: (device) => deviceOf(device, source),
      isRetired: ({ status }) => status?.toUpperCase() === 'DEACTIVATED',
    }),
};
