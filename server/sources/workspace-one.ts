import * as v from 'valibot';
import type { Ownership, ReportedDevice } from '../../src/posture/device.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import { identityOf } from '../../src/posture/identity.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { broken, formOf, isIpad, passcodeLock } from './phone.ts';
import {
  date,
  flag,
  listingOf,
  listOf,
  type ManagementSystem,
  maybe,
  onOrOff,
  readAnswer,
  said,
  signalsOf,
} from './source.ts';
import { workspaceOneConnector } from './workspace-one-connection.ts';

/**
 * What is used of a device of `GET /API/mdm/devices/search`, with the answer of `GET /API/mdm/devices/:id/security` (`<server>/api/help`).
 * Its times have no zone and are UTC. DataProtectionStatus, a number, is left out: nobody says what it means.
 */
const deviceSchema = v.object({
  DeviceFriendlyName: said,
  Model: said,
  Platform: said,
  OperatingSystem: said,
  OSBuildVersion: said,
  SerialNumber: said,
  Imei: said,
  MacAddress: said,
  Ownership: said,
  EnrollmentStatus: said,
  CompromisedStatus: flag,
  LastCompromisedCheckOn: date,
  SystemIntegrityProtectionEnabled: flag,
  LastSeen: date,
  security: maybe(v.object({ DataProtectionEnabled: flag, IsPasscodePresent: flag, IsPasscodeCompliant: flag })),
});

type Device = v.InferOutput<typeof deviceSchema>;

const platforms: ReadonlyMap<string, Platform> = new Map([
  ['apple', 'ios'],
  ['appleosx', 'macos'],
  ['android', 'android'],
  ['winrt', 'windows'],
]);

function platformOf(device: Device): Platform {
  const platform = platforms.get(device.Platform?.toLowerCase() ?? '') ?? 'unknown';
  return platform === 'ios' && isIpad(device.Model) ? 'ipados' : platform;
}

const owners: ReadonlyMap<string, Ownership> = new Map([
  ['C', 'company'],
  ['E', 'personal'],
  ['S', 'shared'],
]);

/** Where nobody has looked yet, the status is false too: only the day of the look makes it a statement. */
function integritySignals(device: Device, platform: Platform, source: string): readonly Signal[] {
  const { CompromisedStatus: isCompromised, LastCompromisedCheckOn: checkedAt } = device;
  const name = broken[platform];
  if (isCompromised === undefined || name === undefined) return [];
  return signalsOf({ deviceIntegrity: isCompromised ? name : 'intact' }, source, checkedAt);
}

/** False everywhere else too, where there is no such thing. */
function protection(device: Device, platform: Platform): FactValue<'systemProtection'> | undefined {
  const sip = onOrOff(device.SystemIntegrityProtectionEnabled);
  return platform === 'macos' && sip !== undefined ? { sip } : undefined;
}

/** Windows, with the revision of its update. */
const WINDOWS_BUILD = /^\d{1,2}\.\d\.\d{5}\.\d{1,5}$/;

function buildOf({ OSBuildVersion: build }: Device, platform: Platform): string | undefined {
  const isWhole = build !== undefined && WINDOWS_BUILD.test(build);
  return platform === 'windows' && !isWhole ? undefined : build;
}

function signalsIn(device: Device, platform: Platform, source: string): readonly Signal[] {
  // A computer has the fields of a phone's security as well, and they say nothing of it.
  const security = broken[platform] === undefined ? undefined : device.security;
  return [
    ...signalsOf(
      {
        diskEncryption: onOrOff(security?.DataProtectionEnabled),
        screenLock: passcodeLock(security?.IsPasscodePresent, security?.IsPasscodeCompliant),
        systemProtection: protection(device, platform),
        osVersion: device.OperatingSystem,
        osBuild: buildOf(device, platform),
      },
      source,
      device.LastSeen,
    ),
    ...integritySignals(device, platform, source),
  ];
}

function deviceOf(device: Device, source: string): ReportedDevice {
  const { Model: model, LastSeen: seenAt } = device;
  const platform = platformOf(device);
  return {
    source,
    identity: identityOf({ serial: device.SerialNumber, imei: device.Imei, macs: [device.MacAddress] }),
    name: device.DeviceFriendlyName ?? model ?? '',
    platform,
    form: formOf(platform),
    ...(model !== undefined && { model }),
    ownership: owners.get(device.Ownership ?? '') ?? 'unknown',
    ...(seenAt !== undefined && { lastContactAt: seenAt }),
    signals: signalsIn(device, platform, source),
  };
}

const answerSchema = v.object({ Devices: listOf(deviceSchema) });
const phone = ['diskEncryption', 'screenLock', 'deviceIntegrity', 'osVersion', 'osBuild'] as const;

/** Devices of Workspace ONE UEM. It does not say when it looked at most things: they are as old as the last contact. */
export const workspaceOne: ManagementSystem = {
  kind: 'workspace-one',
  name: 'Workspace ONE UEM (preview)',
  isPreview: true,
  covers: {
    ios: phone,
    ipados: phone,
    android: phone,
    macos: ['systemProtection', 'osVersion', 'osBuild'],
    windows: ['osVersion', 'osBuild'],
  },
  answerOf: (devices) => ({ Devices: devices }),
  connector: workspaceOneConnector,
  devicesIn: (json, { source }) =>
    listingOf(readAnswer(answerSchema, json).Devices, {
      deviceOf: (device) => deviceOf(device, source),
      isRetired: ({ EnrollmentStatus: status = '' }) => /unenroll|wipe|retired/i.test(status),
    }),
};
