import * as v from 'valibot';
import type { Instant } from '../../src/posture/instant.ts';
import type { Signal } from '../../src/posture/signal.ts';
import type { AttributeCheck } from './attribute-check.ts';
import { type CheckMeaning, type CompanyCheck, signalsOfChecks } from './company-check.ts';
import { listOf, maybe, said } from './source.ts';

/** The company's policies as they stand on one host. */
export const policiesSchema = maybe(listOf(v.object({ name: said, resolution: said, response: said })));

const tells = (fact: 'diskEncryption' | 'firewall'): CheckMeaning => ({
  pass: { fact, value: 'on' },
  fail: { fact, value: 'off' },
});

/** Policies of Fleet's own library that a company added as they are: https://fleetdm.com/policies. */
const ofLibrary: ReadonlyMap<string, CheckMeaning> = new Map([
  ['Full disk encryption enabled (macOS)', tells('diskEncryption')],
  ['Full disk encryption enabled (Windows)', tells('diskEncryption')],
  ['Firewall enabled (macOS)', tells('firewall')],
  [
    'System Integrity Protection enabled (macOS)',
    {
      pass: { fact: 'systemProtection', value: { sip: 'on' } },
      fail: { fact: 'systemProtection', value: { sip: 'off' } },
    },
  ],
]);

/** An empty response: the policy has not run on this host yet. */
const states: ReadonlyMap<string, CompanyCheck['state']> = new Map([
  ['pass', 'pass'],
  ['fail', 'fail'],
]);

/** What the policies say of a host: by the company's own meanings first, then by those of the library. */
export function signalsOfPolicies(
  policies: v.InferOutput<typeof policiesSchema>,
  checks: readonly AttributeCheck[],
  source: string,
  observedAt: Instant | undefined,
): readonly Signal[] {
  if (policies === undefined || observedAt === undefined) return [];
  const found = policies.flatMap(({ name, resolution, response = '' }): readonly CompanyCheck[] =>
    name === undefined
      ? []
      : [
          {
            id: name,
            title: name,
            state: states.get(response) ?? 'other',
            observedAt,
            ...(resolution !== undefined && { text: resolution }),
          },
        ],
  );
  const own = checks.filter(({ pass, fail }) => pass !== undefined || fail !== undefined);
  return signalsOfChecks(found, new Map([...ofLibrary, ...own.map((check) => [check.name, check] as const)]), source);
}
