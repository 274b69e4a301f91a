import type { Answers } from '../browser/stored-answers.ts';
import { assess } from '../posture/assess.ts';
import type { Baseline } from '../posture/baseline.ts';
import { bundledBaseline } from '../posture/bundled-baseline.ts';
import type { Connection, ConnectionProblem } from '../posture/connection.ts';
import type { Assessment, Organization } from '../posture/finding.ts';
import type { Instant } from '../posture/instant.ts';
import { defaultPolicy, type Policy, policyFor } from '../posture/policy.ts';
import { type BrowserView, subjectsOf, type Told } from '../posture/this-computer.ts';
import { compareVersions } from '../posture/versions/compare-versions.ts';
import { practices } from '../practices/index.ts';

/** The company's part of a check. */
export interface Company {
  readonly answers: Answers;
  readonly problem: ConnectionProblem | null;
  /** How the person stands with it. */
  readonly standing?: Pick<Connection, 'signedOut' | 'isAnotherPerson'>;
  /** Whom to ask, by device management; undefined where the company's answer says it. */
  readonly contact?: Contact | undefined;
}

type Contact = Organization['contact'];

const newer = (a: Baseline, b: Baseline | undefined): Baseline => (b !== undefined && b.asOf > a.asOf ? b : a);

function connectionTo(company: Company | undefined): Connection {
  if (company === undefined) return { endpoint: null, problem: null, answeredAt: null };
  const { endpoint, answeredAt, clockOffsetMs } = company.answers;
  return {
    endpoint,
    problem: company.problem,
    answeredAt,
    ...(clockOffsetMs !== undefined && { clockOffsetMs }),
    ...company.standing,
  };
}

/**
 * Rates what this browser sees and what the company said, where there is a company. `version` is that of this extension; `told` is
 * what management and the person said of this computer.
 */
export function assessmentOf(
  view: BrowserView,
  company: Company | undefined,
  version: string,
  now: Instant,
  told: Pick<Told, 'hints' | 'choice'> = {},
): Assessment {
  const organization = company?.answers.organization?.document;
  const posture = company?.answers.posture?.document;
  // Only a sample may say by itself which device this is (wire rule 6).
  const sample = posture?.sample && organization?.organization.sample ? posture.thisComputer : undefined;
  const needed = organization?.minimumExtension;
  const isTooOld = needed !== undefined && compareVersions(version, needed) < 0;
  const assessment = assess({
    subjects: subjectsOf(posture?.devices ?? [], view, { ...told, sample }),
    practices,
    policy: company === undefined ? defaultPolicy : policyOf(company),
    baseline: newer(bundledBaseline, organization?.baseline),
    sources: posture?.sources ?? [],
    exceptions: posture?.exceptions ?? [],
    organization: withContact(organization?.organization ?? null, company?.contact),
    words: organization?.words,
    connection: connectionTo(company),
    omitted: posture?.omitted ?? { retired: 0, overLimit: 0, unreadable: 0 },
    now,
  });
  return isTooOld ? { ...assessment, neededVersion: needed } : assessment;
}

const withContact = (organization: Organization | null, contact: Contact): Organization | null =>
  organization && contact ? { ...organization, contact } : organization;

/** What the company asks of everybody, as it asks it of this person; null when it has not come. */
function policyOf({ answers }: Company): Policy | null {
  const policy = answers.organization?.document.policy;
  return policy === undefined ? null : policyFor(policy, answers.posture?.document.overrides ?? {});
}
