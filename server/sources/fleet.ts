import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import { identityOf } from '../../src/posture/identity.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { fleetConnector } from './fleet-connection.ts';
import { policiesSchema, signalsOfPolicies } from './fleet-policies.ts';
import { formOf } from './phone.ts';
import {
  date,
  flag,
  listingOf,
  listOf,
  type ManagementSystem,
  onOrOff,
  type Reading,
  readAnswer,
  said,
  signalsOf,
} from './source.ts';

/** What is used of a host of `GET /api/v1/fleet/hosts/:id`: https://fleetdm.com/docs/rest-api/rest-api#get-host. */
const hostSchema = v.object({
  platform: said,
  os_version: said,
  build: said,
  hostname: said,
  computer_name: said,
  display_name: said,
  hardware_model: said,
  hardware_serial: said,
  uuid: said,
  primary_mac: said,
  /** Of a single host only. On Linux it is absent both when the disk is not encrypted and when nobody knows. */
  disk_encryption_enabled: flag,
  seen_time: date,
  detail_updated_at: date,
  policy_updated_at: date,
  policies: policiesSchema,
});

type Host = v.InferOutput<typeof hostSchema>;

/** Every other name is that of a Linux distribution: Fleet calls hosts by them. */
const platformNames: ReadonlyMap<string, Platform> = new Map([
  ['darwin', 'macos'],
  ['windows', 'windows'],
  ['chrome', 'chromeos'],
  ['ios', 'ios'],
  ['ipados', 'ipados'],
  ['android', 'android'],
]);

const LINUX =
  /^(?:linux|ubuntu|debian|rhel|centos|fedora|amzn|sles|suse|opensuse\S*|arch|manjaro\S*|kali|pop|linuxmint|nixos|gentoo|rocky|almalinux|ol|tuxedo|zorin|neon|void|endeavouros|kubuntu)$/;

const platformOf = ({ platform = '' }: Host): Platform =>
  platformNames.get(platform) ?? (LINUX.test(platform) ? 'linux' : 'unknown');

/** "Windows 11 Pro 25H2 10.0.26200.9168" ends in the build with its revision, which `build` leaves out. */
const WINDOWS_BUILD = /\b\d{1,2}\.\d\.\d{5}\.\d{1,5}$/;

const buildOf = ({ build, os_version = '' }: Host, platform: Platform): string | undefined =>
  platform === 'windows' ? WINDOWS_BUILD.exec(os_version)?.[0] : build;

function signalsIn(host: Host, platform: Platform, { source, checks = [] }: Reading): readonly Signal[] {
  const ofPolicies = signalsOfPolicies(host.policies, checks, source, host.policy_updated_at);
  const own = signalsOf(
    {
      diskEncryption: onOrOff(host.disk_encryption_enabled),
      osVersion: host.os_version,
      osBuild: buildOf(host, platform),
    },
    source,
    host.detail_updated_at,
  );
  // A company that has a policy of its own trusts it more than what the inventory says.
  return [...own.filter(({ fact }) => !ofPolicies.some((signal) => signal.fact === fact)), ...ofPolicies];
}

function deviceOf(host: Host, as: Reading): ReportedDevice {
  const { hardware_model: model, seen_time: seenAt } = host;
  const platform = platformOf(host);
  return {
    source: as.source,
    identity: identityOf({ serial: host.hardware_serial, hardwareUuid: host.uuid, macs: [host.primary_mac] }),
    name: host.display_name ?? host.computer_name ?? host.hostname ?? model ?? '',
    platform,
    form: formOf(platform),
    ...(model !== undefined && { model }),
    ownership: 'unknown',
    ...(seenAt !== undefined && { lastContactAt: seenAt }),
    signals: signalsIn(host, platform, as),
  };
}

const answerSchema = v.object({ hosts: listOf(hostSchema) });
const computer = ['diskEncryption', 'osVersion', 'osBuild', 'companyChecks'] as const;

/** Hosts of Fleet. It tells most things only by the policies that a company defined itself. */
export const fleet: ManagementSystem = {
  kind: 'fleet',
  name: 'Fleet',
  covers: {
    macos: computer,
    windows: computer,
    linux: computer,
    chromeos: ['osVersion', 'companyChecks'],
    ios: ['osVersion'],
    ipados: ['osVersion'],
    android: ['osVersion'],
  },
  answerOf: (hosts) => ({ hosts }),
  readsChecks: true,
  connector: fleetConnector,
  devicesIn: (json, as) =>
    listingOf(readAnswer(answerSchema, json).hosts, {
      deviceOf: (host) => deviceOf(host, as),
      // Fleet deletes hosts; it keeps none that are out of use.
      isRetired: () => false,
    }),
};
