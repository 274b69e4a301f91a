import * as v from 'valibot';
import type { Ownership, ReportedDevice } from '../../src/posture/device.ts';
import { identityOf } from '../../src/posture/identity.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { signalsOfAttributes } from './attribute-check.ts';
import { jamfMobileConnector } from './jamf-mobile-connection.ts';
import { formOf, isIpad, passcodeLock } from './phone.ts';
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

/** What a computer calls `values` is `value` here. */
const attributesSchema = maybe(listOf(v.object({ name: said, value: maybe(listOf(v.string())) })));

/** What is used of a device of `GET /api/v2/mobile-devices/detail`: https://developer.jamf.com/jamf-pro/reference. */
const mobileSchema = v.object({
  /** "iOS", "tvOS", "watchOS", "visionOS". */
  deviceType: said,
  general: maybe(
    v.object({
      displayName: said,
      osVersion: said,
      osBuild: said,
      managed: flag,
      sharedIpad: flag,
      deviceOwnershipType: said,
      lastContactDate: date,
      lastInventoryUpdateDate: date,
      lastLoggedInUsernameSelfServiceTimestamp: date,
      extensionAttributes: attributesSchema,
    }),
  ),
  hardware: maybe(
    v.object({
      serialNumber: said,
      wifiMacAddress: said,
      model: said,
      modelIdentifier: said,
      extensionAttributes: attributesSchema,
    }),
  ),
  security: maybe(
    v.object({
      dataProtected: flag,
      /** Bits of what the hardware can; absent or 0 where the device did not tell. */
      hardwareEncryption: maybe(v.number()),
      passcodePresent: flag,
      passcodeCompliant: flag,
      jailBreakDetected: flag,
    }),
  ),
  network: maybe(v.object({ imei: said })),
  userAndLocation: maybe(v.object({ extensionAttributes: attributesSchema })),
  /** Each is listed in the section in which the company has it shown, or here. */
  extensionAttributes: attributesSchema,
});

type Mobile = v.InferOutput<typeof mobileSchema>;

/** A television or a watch is neither a computer nor a phone. */
const isPhoneOrTablet = ({ deviceType }: Mobile): boolean => deviceType?.toLowerCase() === 'ios';

const platformOf = ({ hardware }: Mobile): Platform =>
  isIpad(hardware?.model) || isIpad(hardware?.modelIdentifier) ? 'ipados' : 'ios';

/** Users enrol what is their own; every other way leaves open whose device it is. */
const ownerships: ReadonlyMap<string, Ownership> = new Map([
  ['Institutional', 'company'],
  ['UserEnrollment', 'personal'],
  ['AccountDrivenUserEnrollment', 'personal'],
]);

const ownershipOf = ({ general }: Mobile): Ownership =>
  general?.sharedIpad === true ? 'shared' : (ownerships.get(general?.deviceOwnershipType ?? '') ?? 'unknown');

/** `false` is an observation only of a device that told what its hardware can; elsewhere it is the field's default. */
function encryption({ security }: Mobile): 'on' | 'off' | undefined {
  const { dataProtected, hardwareEncryption = 0 } = security ?? {};
  return dataProtected === false && hardwareEncryption === 0 ? undefined : onOrOff(dataProtected);
}

/** The Self Service app looks for a jailbreak. `false` without it means that nobody looked; where it ran, that it then found none. */
function integritySignals({ general, security }: Mobile, source: string): readonly Signal[] {
  const { jailBreakDetected } = security ?? {};
  if (jailBreakDetected === undefined) return [];
  return jailBreakDetected
    ? signalsOf({ deviceIntegrity: 'jailbroken' }, source, general?.lastInventoryUpdateDate)
    : signalsOf({ deviceIntegrity: 'intact' }, source, general?.lastLoggedInUsernameSelfServiceTimestamp);
}

const attributesOf = ({ extensionAttributes = [], general, hardware, userAndLocation }: Mobile) =>
  [
    ...extensionAttributes,
    ...[general, hardware, userAndLocation].flatMap((section) => section?.extensionAttributes ?? []),
  ].map(({ name, value }) => ({ name, values: value }));

function signalsIn(mobile: Mobile, { source, checks = [] }: Reading): readonly Signal[] {
  const { general, security } = mobile;
  const observedAt = general?.lastInventoryUpdateDate;
  const ofCompany = signalsOfAttributes(attributesOf(mobile), checks, source, observedAt);
  const own = [
    ...signalsOf(
      {
        diskEncryption: encryption(mobile),
        screenLock: passcodeLock(security?.passcodePresent, security?.passcodeCompliant),
        osVersion: general?.osVersion,
        osBuild: general?.osBuild,
      },
      source,
      observedAt,
    ),
    ...integritySignals(mobile, source),
  ];
  // A company that has a check of its own trusts it more than what the inventory says.
  return [...own.filter(({ fact }) => !ofCompany.some((signal) => signal.fact === fact)), ...ofCompany];
}

function deviceOf(mobile: Mobile, as: Reading): ReportedDevice {
  const { general, hardware, network } = mobile;
  const platform = platformOf(mobile);
  const lastContactAt = general?.lastContactDate ?? general?.lastInventoryUpdateDate;
  return {
    source: as.source,
    identity: identityOf({
      serial: hardware?.serialNumber,
      imei: network?.imei,
      macs: [hardware?.wifiMacAddress],
    }),
    name: general?.displayName ?? hardware?.model ?? '',
    platform,
    form: formOf(platform),
    ...(hardware?.model !== undefined && { model: hardware.model }),
    ownership: ownershipOf(mobile),
    ...(lastContactAt !== undefined && { lastContactAt }),
    signals: signalsIn(mobile, as),
  };
}

const answerSchema = v.object({ results: listOf(mobileSchema) });
const told = ['diskEncryption', 'screenLock', 'deviceIntegrity', 'osVersion', 'osBuild'] as const;

/** iPhones and iPads of Jamf Pro. Everything but the contact was observed when the inventory was taken, or by Self Service. */
export const jamfMobile: ManagementSystem = {
  kind: 'jamf-mobile',
  name: 'Jamf Pro (mobile devices)',
  covers: { ios: told, ipados: told },
  answerOf: (results) => ({ results }),
  readsChecks: true,
  connector: jamfMobileConnector,
  devicesIn: (json, as) =>
    listingOf(readAnswer(answerSchema, json).results.filter(isPhoneOrTablet), {
      deviceOf: (mobile) => deviceOf(mobile, as),
      isRetired: ({ general }) => general?.managed === false,
    }),
};
