import * as v from 'valibot';
import { date, flag, listOf, maybe, said } from './source.ts';

/** Endpoint Verification sends what its native program found, as booleans or as texts. */
const found = maybe(
  v.pipe(
    v.union([v.boolean(), v.string()]),
    v.transform((value) =>
      new Map([
        ['true', true],
        ['false', false],
      ]).get(String(value).trim().toLowerCase()),
    ),
  ),
);

const userSchema = v.object({
  compromisedState: said,
  passwordState: said,
  managementState: said,
  lastSyncTime: date,
});

/**
 * What is used of a device of `GET https://cloudidentity.googleapis.com/v1/devices`, with the `deviceUsers` of the person attached
 * (https://cloud.google.com/identity/docs/reference/rest/v1/devices).
 */
export const deviceSchema = v.object({
  deviceType: said,
  ownerType: said,
  model: said,
  hostname: said,
  managementState: said,
  osVersion: said,
  /** 1970-01-01 is none. */
  securityPatchTime: date,
  encryptionState: said,
  compromisedState: said,
  enabledUsbDebugging: flag,
  lastSyncTime: date,
  serialNumber: said,
  assetTag: said,
  imei: said,
  wifiMacAddresses: maybe(listOf(v.string())),
  // ctsProfileMatch and verifiedBoot are also false where nobody has looked: both are left out.
  androidSpecificAttributes: maybe(v.object({ enabledUnknownSources: flag })),
  endpointVerificationSpecificAttributes: maybe(
    v.object({
      additionalSignals: maybe(
        v.object({
          is_os_native_firewall_enabled: found,
          is_secure_boot_enabled: found,
          av_installed: found,
          av_enabled: found,
        }),
      ),
    }),
  ),
  deviceUsers: maybe(listOf(userSchema)),
});

export type Device = v.InferOutput<typeof deviceSchema>;
export type User = v.InferOutput<typeof userSchema>;
