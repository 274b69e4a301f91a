import * as v from 'valibot';
import type { FactId } from '../../src/posture/facts.ts';
import type { Instant } from '../../src/posture/instant.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { Signal } from '../../src/posture/signal.ts';
import type { SourceReport } from '../../src/posture/source.ts';
import { type CheckMeaning, type CompanyCheck, signalsOfChecks } from './company-check.ts';
import { listOf, maybe, said } from './source.ts';

/** Values that a company has each of its devices report under a name of its own, such as extension attributes of Jamf Pro. */
export const attributesSchema = maybe(listOf(v.object({ name: said, values: maybe(listOf(v.string())) })));

/** Makes a check of such an attribute (wire rule 8). A check that means no fact on either side is one that no fact covers. */
export interface AttributeCheck extends CheckMeaning {
  /** As the company named the attribute. */
  readonly name: string;
  /** The values of a device that passes, and of one that fails, in any case. Every other value says nothing. */
  readonly passing: readonly string[];
  readonly failing: readonly string[];
}

const meansNothing = ({ pass, fail }: CheckMeaning): boolean => pass === undefined && fail === undefined;

/** What the attributes of one device say by these checks. Attributes that no check names are left out. */
export function signalsOfAttributes(
  attributes: NonNullable<v.InferOutput<typeof attributesSchema>>,
  checks: readonly AttributeCheck[],
  source: string,
  observedAt: Instant | undefined,
): readonly Signal[] {
  if (observedAt === undefined) return [];
  const found = checks.flatMap((check): readonly CompanyCheck[] =>
    attributes
      .filter(({ name }) => name === check.name)
      .map(({ values = [] }) => ({ id: check.name, title: check.name, state: stateOf(values, check), observedAt })),
  );
  const meanings = new Map(checks.filter((check) => !meansNothing(check)).map((check) => [check.name, check]));
  return signalsOfChecks(found, meanings, source);
}

/** Of several values each has to pass, and one is enough to fail. */
function stateOf(values: readonly string[], { passing, failing }: AttributeCheck): CompanyCheck['state'] {
  const isAmong = (known: readonly string[]) => (value: string) =>
    known.some((one) => one.toLowerCase() === value.trim().toLowerCase());
  if (values.some(isAmong(failing))) return 'fail';
  return values.length > 0 && values.every(isAmong(passing)) ? 'pass' : 'other';
}

/** What a system covers once the company has set up these checks. */
export function coversWith(covers: SourceReport['covers'], checks: readonly AttributeCheck[]): SourceReport['covers'] {
  const told = checks.flatMap((check): readonly FactId[] =>
    meansNothing(check) ? ['companyChecks'] : [check.pass, check.fail].flatMap((statement) => statement?.fact ?? []),
  );
  const platforms = Object.keys(covers) as readonly Platform[];
  return Object.fromEntries(platforms.map((name) => [name, [...new Set([...(covers[name] ?? []), ...told])]]));
}
