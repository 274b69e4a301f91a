import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import { identityOf } from '../../src/posture/identity.ts';
import type { Form, Platform } from '../../src/posture/platform.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { type CompanyCheck, signalsOfChecks } from './company-check.ts';
import { kolideConnector } from './kolide-connection.ts';
import { isIpad } from './phone.ts';
import {
  date,
  listingOf,
  listOf,
  type ManagementSystem,
  maybe,
  type Reading,
  readAnswer,
  said,
  signalsOf,
} from './source.ts';

/** A device of the K2 API with the results of its checks: https://www.kolide.com/docs/developers/api. */
const deviceSchema = v.object({
  name: said,
  device_type: said,
  form_factor: said,
  operating_system: said,
  hardware_model: said,
  serial: said,
  hardware_uuid: said,
  last_seen_at: date,
  check_results: maybe(listOf(v.object({ check_slug: said, check_name: said, status: said, ran_at: date }))),
});

type KolideDevice = v.InferOutput<typeof deviceSchema>;

const platforms: ReadonlyMap<string, Platform> = new Map([
  ['Mac', 'macos'],
  ['Windows', 'windows'],
  ['Linux', 'linux'],
  ['iOS', 'ios'],
  ['Android', 'android'],
]);

function platformOf({ device_type = '', form_factor, hardware_model }: KolideDevice): Platform {
  const platform = platforms.get(device_type) ?? 'unknown';
  const isTablet = form_factor === 'Tablet' || isIpad(hardware_model);
  return platform === 'ios' && isTablet ? 'ipados' : platform;
}

const forms: ReadonlyMap<string, Form> = new Map([
  ['Computer', 'computer'],
  ['Tablet', 'tablet'],
  ['Phone', 'phone'],
]);

/** A check that is exempted still fails; every other status is no result. */
const states: ReadonlyMap<string, CompanyCheck['state']> = new Map([
  ['passing', 'pass'],
  ['failing', 'fail'],
]);

/** Kolide knows a device by its checks alone: what each means is the company's to say, by the check's slug or name. */
function signalsOfResults({ check_results: results = [] }: KolideDevice, { source, checks = [] }: Reading) {
  const found = results.flatMap(({ check_slug: slug, check_name: name, status = '', ran_at: observedAt }) => {
    const id = checks.find((check) => check.name === slug)?.name ?? name ?? slug;
    if (id === undefined || observedAt === undefined) return [];
    return [{ id, title: name ?? id, state: states.get(status) ?? ('other' as const), observedAt }];
  });
  const meanings = checks.filter(({ pass, fail }) => pass !== undefined || fail !== undefined);
  return signalsOfChecks(found, new Map(meanings.map((check) => [check.name, check])), source);
}

const signalsIn = (device: KolideDevice, as: Reading): readonly Signal[] => [
  ...signalsOf({ osVersion: device.operating_system }, as.source, device.last_seen_at),
  ...signalsOfResults(device, as),
];

function deviceOf(device: KolideDevice, as: Reading): ReportedDevice {
  const { name, hardware_model: model, last_seen_at: seenAt, form_factor = '' } = device;
  return {
    source: as.source,
    identity: identityOf({ serial: device.serial, hardwareUuid: device.hardware_uuid }),
    name: name ?? model ?? '',
    platform: platformOf(device),
    form: forms.get(form_factor) ?? 'computer',
    ...(model !== undefined && { model }),
    ownership: 'unknown',
    ...(seenAt !== undefined && { lastContactAt: seenAt }),
    signals: signalsIn(device, as),
  };
}

const answerSchema = v.object({ data: listOf(deviceSchema) });
const told = ['osVersion', 'companyChecks'] as const;

/** Devices of Kolide, which is 1Password Device Trust. */
export const kolide: ManagementSystem = {
  kind: 'kolide',
  name: '1Password Device Trust (Kolide)',
  covers: { macos: told, windows: told, linux: told, ios: told, ipados: told, android: told },
  answerOf: (data) => ({ data }),
  readsChecks: true,
  connector: kolideConnector,
  devicesIn: (json, as) =>
    listingOf(readAnswer(answerSchema, json).data, {
      deviceOf: (device) => deviceOf(device, as),
      // Kolide removes devices; it keeps none that are out of use.
      isRetired: () => false,
    }),
};
