import * as v from 'valibot';
import { ownerships, type ReportedDevice } from '../../src/posture/device.ts';
import { identityOf } from '../../src/posture/identity.ts';
import { forms, platforms } from '../../src/posture/platform.ts';
import { fileConnector, wordsOf } from './file-connection.ts';
import { signalsOfRow } from './file-facts.ts';
import { formOf } from './phone.ts';
import { date, listingOf, listOf, type ManagementSystem, maybe, readAnswer, said } from './source.ts';

/** One of a few words, in any case. */
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  maybe(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.picklist(words)));

/** A row of the company's own inventory: `docs/sources/file.md`. */
const rowSchema = v.object({
  name: said,
  platform: oneOf(platforms),
  form: oneOf(forms),
  model: said,
  ownership: oneOf(ownerships),
  serial: said,
  assetTag: said,
  hardwareUuid: said,
  imei: said,
  macs: v.optional(v.unknown()),
  lastContactAt: date,
  observedAt: date,
  facts: maybe(v.record(v.string(), v.unknown())),
});

type FileRow = v.InferOutput<typeof rowSchema>;

function deviceOf(row: FileRow, source: string): ReportedDevice {
  const { model, assetTag, lastContactAt, platform = 'unknown' } = row;
  return {
    source,
    identity: identityOf({
      serial: row.serial,
      hardwareUuid: row.hardwareUuid,
      imei: row.imei,
      macs: wordsOf(row.macs),
    }),
    ...(assetTag !== undefined && { assetTag }),
    name: row.name ?? model ?? '',
    platform,
    form: row.form ?? formOf(platform),
    ...(model !== undefined && { model }),
    ownership: row.ownership ?? 'unknown',
    ...(lastContactAt !== undefined && { lastContactAt }),
    signals: signalsOfRow(row.facts ?? {}, source, row.observedAt),
  };
}

const answerSchema = v.object({ devices: listOf(rowSchema) });
const computer = [
  'diskEncryption',
  'firewall',
  'automaticUpdates',
  'screenLock',
  'remoteLogin',
  'osVersion',
  'osBuild',
] as const;
const phone = ['diskEncryption', 'screenLock', 'deviceIntegrity', 'osVersion'] as const;

/** An inventory that the company keeps as a file. It may say more than what it is expected to. */
export const file: ManagementSystem = {
  kind: 'file',
  name: 'Inventory file',
  covers: {
    macos: computer,
    windows: computer,
    linux: computer,
    chromeos: ['diskEncryption', 'screenLock', 'osVersion'],
    ios: phone,
    ipados: phone,
    android: [...phone, 'osPatchedAt'],
  },
  answerOf: (devices) => ({ devices }),
  connector: fileConnector,
  devicesIn: (json, { source }) =>
    listingOf(readAnswer(answerSchema, json).devices, {
      deviceOf: (row) => deviceOf(row, source),
      // What is out of use is taken out of the file.
      isRetired: () => false,
    }),
};
