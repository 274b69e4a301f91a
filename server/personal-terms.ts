import { identityKey, type Seal } from '../src/posture/collate.ts';
import type { Device } from '../src/posture/device.ts';
import type { Exception } from '../src/posture/exception.ts';
import { type Overrides, type Policy, policyFor } from '../src/posture/policy.ts';
import type { Terms } from './company.ts';

/** What the company asks of one person differently than of everybody. */
export interface PersonalTerms {
  readonly exceptions: readonly Exception[];
  /** Absent where nothing is asked differently. */
  readonly policy?: { readonly practices: Overrides };
}

/**
 * What of a company's terms concerns one person: the exceptions for their devices, and what is asked differently of their groups.
 * It says nothing of other people's devices, nor which groups there are.
 */
export function personalTerms(
  { groups, exceptions }: Pick<Terms, 'groups' | 'exceptions'>,
  { groups: own = [], devices, seal }: PersonalCircumstances,
): PersonalTerms {
  const practices = overridesFor(groups, own);
  return {
    exceptions: exceptions.flatMap(({ practice, serial, until, why }) => {
      const key = seal(identityKey('serial', serial));
      return devices
        .filter(({ match }) => match.includes(key))
        .map(({ id: device }) => ({ practice, device, until, why }));
    }),
    ...(Object.keys(practices).length > 0 && { policy: { practices } }),
  };
}

interface PersonalCircumstances {
  readonly groups?: readonly string[] | undefined;
  readonly devices: readonly Device[];
  /** The seal that the devices were collated with. */
  readonly seal: Seal;
}

/** Of several groups the later one's word counts. */
const overridesFor = (groups: Terms['groups'], own: readonly string[]): Overrides =>
  groups
    .filter(({ group }) => own.includes(group))
    .reduce<Policy>((policy, { practices }) => policyFor(policy, practices), { version: '', practices: {} }).practices;
