import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import type { Platform } from '../../src/posture/platform.ts';
import { duoPhonesConnector } from './duo-phones-connection.ts';
import { broken, formOf, isIpad } from './phone.ts';
import { date, listingOf, listOf, type ManagementSystem, readAnswer, said, signalsOf } from './source.ts';

/** What is used of a phone of `GET /admin/v1/users`: https://duo.com/docs/adminapi#phones. */
const phoneSchema = v.object({
  name: said,
  model: said,
  platform: said,
  encrypted: said,
  screenlock: said,
  tampered: said,
  /** Without a zone: UTC. */
  last_seen: date,
});

type Phone = v.InferOutput<typeof phoneSchema>;

/** "Apple iPad Pro". */
const modelOf = ({ model }: Phone): string | undefined => model?.replace(/^Apple (?=iP)/, '');

function platformOf(phone: Phone): Platform {
  const platform = phone.platform?.toLowerCase();
  if (platform === 'google android') return 'android';
  if (platform !== 'apple ios') return 'unknown';
  return isIpad(modelOf(phone)) ? 'ipados' : 'ios';
}

/** Duo writes its words in more than one case, and may add some: in lower case; every other says nothing. */
const encryptions: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['encrypted', 'on'],
  ['unencrypted', 'off'],
]);

const locks: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['locked', 'on'],
  ['unlocked', 'off'],
]);

function integrity({ tampered = '' }: Phone, platform: Platform): FactValue<'deviceIntegrity'> | undefined {
  const word = tampered.toLowerCase();
  if (word === 'tampered') return broken[platform];
  return word === 'not tampered' ? 'intact' : undefined;
}

function deviceOf(phone: Phone, source: string): ReportedDevice {
  const { name, last_seen: seenAt, encrypted = '', screenlock = '' } = phone;
  const platform = platformOf(phone);
  const model = modelOf(phone);
  return {
    source,
    // Duo knows a phone by its number alone, which moves on with the person.
    identity: {},
    name: name ?? model ?? '',
    platform,
    form: formOf(platform),
    ...(model !== undefined && { model }),
    ownership: 'unknown',
    ...(seenAt !== undefined && { lastContactAt: seenAt }),
    signals: signalsOf(
      {
        diskEncryption: encryptions.get(encrypted.toLowerCase()),
        screenLock: locks.get(screenlock.toLowerCase()),
        deviceIntegrity: integrity(phone, platform),
      },
      source,
      seenAt,
    ),
  };
}

const answerSchema = v.object({ response: listOf(phoneSchema) });
const told = ['diskEncryption', 'screenLock', 'deviceIntegrity'] as const;

/** Phones with Duo Mobile. A number without the app is not a device of which anybody knows anything. */
export const duoPhones: ManagementSystem = {
  kind: 'duo-phones',
  name: 'Duo Mobile (preview)',
  isPreview: true,
  covers: { ios: told, ipados: told, android: told },
  answerOf: (response) => ({ response }),
  connector: duoPhonesConnector,
  devicesIn: (json, { source }) =>
    listingOf(
      readAnswer(answerSchema, json).response.filter((phone) => platformOf(phone) !== 'unknown'),
      {
        deviceOf: (phone) => deviceOf(phone, source),
        isRetired: () => false,
      },
    ),
};
