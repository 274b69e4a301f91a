import { dayText, hostText, languageText, moment, policyVersionText, versionText } from './allowed-text.ts';
import { assessmentDiagnostics, type KnownPractices } from './assessment-diagnostics.ts';
import type { FactValue } from './facts.ts';
import type { Assessment } from './finding.ts';
import type { Instant } from './instant.ts';
import type { Platform } from './platform.ts';
import { type Claim, present } from './present.ts';
import { isSettingName, type SettingValues } from './settings.ts';
import type { SettingsInEffect } from './settings-in-effect.ts';

/** One of the company's documents as it was kept. */
interface KeptDocument {
  readonly fetchedAt: Instant;
  readonly maxAgeSeconds: number;
}

/**
 * All that the diagnostics are made of. The names of permissions, alarms and documents are those that the code itself asks for; any
 * other text may be from anywhere.
 */
export interface DiagnosticsInput {
  readonly now: Instant;
  readonly extension: string;
  readonly browser: FactValue<'browserVersion'> | undefined;
  readonly platform: Platform;
  readonly inEffect: SettingsInEffect;
  readonly permissions: readonly { readonly permission: string; readonly isGranted: boolean }[];
  readonly assessment: Assessment | undefined;
  readonly claims: readonly Claim[];
  readonly answers: { readonly organization: KeptDocument | null; readonly posture: KeptDocument | null };
  readonly alarms: readonly {
    readonly name: string;
    readonly ringsAt: Instant;
    readonly everyMinutes: number | null;
  }[];
  readonly documents: readonly {
    readonly name: string;
    readonly version: number | null;
    readonly bytes: number;
    readonly isReadable: boolean;
  }[];
  readonly practices: KnownPractices;
}

/**
 * What IT needs to know when something is wrong here, for a person to read and pass on. Made of what is known to be harmless only:
 * names from closed lists, numbers, and moments written anew. No text of the company or of a person is in it, but for the host of
 * the endpoint.
 */
export function diagnostics({ assessment, now, ...input }: DiagnosticsInput): object {
  return {
    preparedAt: now,
    extension: versionText(input.extension),
    browser: input.browser && { name: input.browser.name, version: versionText(input.browser.version) },
    platform: input.platform,
    settings: settingsOf(input.inEffect),
    refusedSettings: input.inEffect.refused.map(({ name, origin, reason }) => ({
      setting: isSettingName(name) ? name : 'no setting of ours',
      origin,
      reason,
    })),
    permissions: input.permissions.map(({ permission, isGranted }) => ({ permission, granted: isGranted })),
    kept: {
      organization: keptOf(input.answers.organization, now),
      posture: keptOf(input.answers.posture, now),
    },
    ...(assessment && assessmentDiagnostics(present(assessment, input.claims, now), input.practices, now)),
    alarms: input.alarms.map(({ name, ringsAt, everyMinutes }) => ({
      alarm: name,
      rings: moment(ringsAt, now),
      everyMinutes,
    })),
    documents: input.documents.map(({ name, version, bytes, isReadable }) => ({
      document: name,
      version,
      bytes,
      readable: isReadable,
    })),
  };
}

/** How each setting is told: each has its own line, so that one that is added later is told only once somebody has decided how. */
const told: {
  readonly [Name in keyof SettingValues]: (value: SettingValues[Name]) => unknown;
} = {
  endpoint: (endpoint) => endpoint && hostText(endpoint),
  signIn: (mode) => mode,
  token: (isThere) => isThere,
  policyVersion: (version) => version && policyVersionText(version),
  baselineAsOf: dayText,
  checkEveryMinutes: (minutes) => minutes,
  organizationMaxAgeSeconds: (seconds) => seconds,
  locale: languageText,
  contact: (contact) => contact !== null,
  applyTo: (applyTo) => applyTo,
  notifications: (isAllowed) => isAllowed,
  device: (isHinted) => isHinted,
  /** Which ones is told beside the settings. */
  permissions: ({ length }) => length,
  thisComputer: (join) => join,
};

const settingsOf = ({ settings }: SettingsInEffect): object =>
  Object.fromEntries(
    Object.entries(settings).map(([name, { value, origin }]) => {
      const tell = told[name as keyof SettingValues] as (value: unknown) => unknown;
      return [name, { value: tell(value), origin }];
    }),
  );

const keptOf = (kept: KeptDocument | null, now: Instant): object | null =>
  kept && { fetched: moment(kept.fetchedAt, now), maxAgeSeconds: kept.maxAgeSeconds };
