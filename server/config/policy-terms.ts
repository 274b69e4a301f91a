import { identityOf } from '../../src/posture/identity.ts';
import type { Policy, PracticePolicy } from '../../src/posture/policy.ts';
import type { Terms } from '../company.ts';
import type { Configuration } from './configuration.ts';

/** A company's policy, taken apart: what everybody may know, and what concerns some people or devices alone. */
export function policyTerms({
  version,
  practices,
  groups,
}: Configuration['policy']): Pick<Terms, 'policy' | 'groups' | 'exceptions'> {
  return {
    policy: { version, practices: demandsIn(practices) },
    groups: groups.map(({ group, practices: asked }) => ({ group, practices: demandsIn(asked) })),
    exceptions: Object.entries(practices).flatMap(([practice, asked]) =>
      (asked?.exceptions ?? []).flatMap(({ device, until, why }) => {
        const { serial } = identityOf({ serial: device });
        return serial === undefined ? [] : [{ practice, serial, until, why }];
      }),
    ),
  };
}

type Settings = Readonly<Record<string, (PracticePolicy & { readonly exceptions?: unknown }) | undefined>>;

/** Serial numbers must not get into what everybody may read. */
const demandsIn = (practices: Settings): Policy['practices'] =>
  Object.fromEntries(
    Object.entries(practices).flatMap(([id, asked]) => {
      if (asked === undefined) return [];
      const { exceptions: _, ...demands } = asked;
      return [[id, demands] as const];
    }),
  );
