import type { FactValue } from '../../src/posture/facts.ts';
import type { Signal } from '../../src/posture/signal.ts';
import type { Insights } from './jumpcloud-insights.ts';
import { signalsOf } from './source.ts';

type Volume = Insights['disk_encryption'][number];

/** The table lists every partition, and not where it is mounted. */
function volumeAt(path: string, { mounts, disk_encryption: volumes }: Insights): Volume | undefined {
  const device = mounts.find((mount) => mount.path === path)?.device;
  return device === undefined ? undefined : volumes.find(({ name }) => name === device);
}

const isEncrypted = ({ encrypted, encryption_status: status }: Volume): boolean =>
  encrypted === true && status?.toLowerCase() === 'encrypted';

/**
 * The volume with the data decides: the sealed one of the system may well be unencrypted. The chip of a newer Mac encrypts without
 * FileVault too, and only JumpCloud's own `fde` tells the two apart: where they contradict each other, nothing is said.
 */
export function diskOfMac(
  insights: Insights,
  isFileVaultActive: boolean | undefined,
  source: string,
): readonly Signal[] {
  const volume = volumeAt('/System/Volumes/Data', insights) ?? volumeAt('/', insights);
  if (volume === undefined) return [];
  const isOff = volume.encrypted === false && isFileVaultActive !== true;
  const value = isEncrypted(volume) && isFileVaultActive === true ? 'on' : isOff ? 'off' : undefined;
  return signalsOf({ diskEncryption: value }, source, volume.collection_time);
}

/** A volume may lie on an encrypted one that the table does not name: "not encrypted" proves nothing. */
export function diskOfLinux(insights: Insights, source: string): readonly Signal[] {
  const volume = volumeAt('/', insights);
  return volume !== undefined && isEncrypted(volume)
    ? signalsOf({ diskEncryption: 'on' }, source, volume.collection_time)
    : [];
}

/** `conversion_status` of a drive that is encrypted, and of one that is being encrypted, if paused: https://osquery.io/schema. */
const ENCRYPTED = 1;
const ENCRYPTING = [2, 4];

export function diskOfWindows({ bitlocker_info: drives }: Insights, source: string): readonly Signal[] {
  const drive = drives.find(({ drive_letter: letter }) => letter?.toUpperCase() === 'C:');
  return drive === undefined ? [] : signalsOf({ diskEncryption: driveState(drive) }, source, drive.collection_time);
}

/** Encrypted, but with its key in the clear, is suspended. */
function driveState(drive: Insights['bitlocker_info'][number]): FactValue<'diskEncryption'> | undefined {
  const { protection_status: protection, conversion_status: conversion } = drive;
  if (protection === 1) return 'on';
  if (protection !== 0 || conversion === undefined) return undefined;
  if (conversion === ENCRYPTED) return 'suspended';
  return ENCRYPTING.includes(conversion) ? 'encrypting' : 'off';
}
