import * as v from 'valibot';
import type { Person } from './identify.ts';

/** Under which names an issuer says what. */
export interface ClaimNames {
  readonly email: string;
  /** The claim that says whether the address is verified; `by-issuer` where this issuer gives out no other. */
  readonly emailVerified: string;
  readonly name: string;
  readonly groups?: string | undefined;
}

interface Believed {
  readonly names: ClaimNames;
  readonly domains?: readonly string[] | undefined;
  /** Groups that the policy speaks of: no others are kept. */
  readonly isGroupUsed: (group: string) => boolean;
}

export const BY_ISSUER = 'by-issuer';

const address = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254));
const label = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
/** Issuers write it as they like: the first is OpenID Connect's own, the others are seen at Entra and elsewhere. */
const yes = v.union([v.literal(true), v.picklist(['true', '1', 1])]);

/** Which of the claims that are needed are not there. */
export const isMissing = (claims: Readonly<Record<string, unknown>>, names: ClaimNames): boolean =>
  [names.email, names.emailVerified, names.name, names.groups].some(
    (name) => name !== undefined && name !== BY_ISSUER && claims[name] === undefined,
  );

/** Whom the claims of a believed issuer speak of; null without an address that is verified and one of the company's. */
export function personOf(
  claims: Readonly<Record<string, unknown>>,
  { names, domains, isGroupUsed }: Believed,
): Person | null {
  const email = v.safeParse(address, claims[names.email]);
  const isVerified = names.emailVerified === BY_ISSUER || v.is(yes, claims[names.emailVerified]);
  if (!email.success || !isVerified) return null;
  if (domains !== undefined && !domains.includes(email.output.split('@').at(-1) ?? '')) return null;
  const name = v.safeParse(label, claims[names.name]);
  const groups = v.safeParse(v.array(v.string()), names.groups === undefined ? undefined : claims[names.groups]);
  return {
    email: email.output,
    // What is shown and kept need not tell the address.
    name: name.success ? name.output : (email.output.split('@')[0] ?? ''),
    ...(groups.success && { groups: groups.output.filter(isGroupUsed) }),
  };
}
