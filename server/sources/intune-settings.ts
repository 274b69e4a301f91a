import * as v from 'valibot';
import type { Instant } from '../../src/posture/instant.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { type CheckMeaning, type CompanyCheck, signalsOfChecks } from './company-check.ts';
import { listOf, maybe, type Reading, said } from './source.ts';

/** `deviceCompliancePolicyStates` of one device, each with its `settingStates`. */
export const policyStatesSchema = maybe(
  listOf(v.object({ settingStates: maybe(listOf(v.object({ setting: said, settingName: said, state: said }))) })),
);

const tells = (fact: 'diskEncryption' | 'firewall' | 'screenLock'): CheckMeaning => ({
  pass: { fact, value: 'on' },
  fail: { fact, value: 'off' },
});

/** By the part after the dot, in lower case: "Windows10CompliancePolicy.BitLockerEnabled". */
const meanings: ReadonlyMap<string, CheckMeaning> = new Map([
  ['bitlockerenabled', tells('diskEncryption')],
  ['storagerequireencryption', tells('diskEncryption')],
  ['activefirewallrequired', tells('firewall')],
  ['firewallenabled', tells('firewall')],
  ['passwordrequired', tells('screenLock')],
  ['passwordrequiredtounlockfromidle', tells('screenLock')],
  ['passcoderequired', tells('screenLock')],
]);

/** A setting says `nonCompliant` where a device says `noncompliant`. Every other state is no result. */
const results: ReadonlyMap<string, CompanyCheck['state']> = new Map([
  ['compliant', 'pass'],
  ['remediated', 'pass'],
  ['noncompliant', 'fail'],
]);

/**
 * What the settings of a device's compliance policies say, as of its last sync: by the company's own meanings first, then by ours.
 * Settings that neither names are left out.
 */
export function signalsOfSettings(
  policies: v.InferOutput<typeof policyStatesSchema>,
  { source, checks = [] }: Reading,
  observedAt: Instant | undefined,
): readonly Signal[] {
  if (policies === undefined || observedAt === undefined) return [];
  const named = new Map(checks.map((check) => [check.name.toLowerCase(), check]));
  const own = [...named].filter(([, { pass, fail }]) => pass !== undefined || fail !== undefined);
  const found = policies
    .flatMap(({ settingStates = [] }) => settingStates)
    .map(({ setting = '', settingName = setting, state = '' }) => {
      const id = setting.slice(setting.lastIndexOf('.') + 1).toLowerCase();
      return {
        id: [id, setting.toLowerCase(), settingName.toLowerCase()].find((name) => named.has(name)) ?? id,
        title: settingName,
        state: results.get(state.toLowerCase()) ?? ('other' as const),
        observedAt,
      };
    })
    .filter(({ id }) => meanings.has(id) || named.has(id));
  return signalsOfChecks(found, new Map([...meanings, ...own]), source);
}
