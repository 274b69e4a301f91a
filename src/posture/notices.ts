import type { Assessment } from './finding.ts';
import { DAY, elapsed, type Instant } from './instant.ts';
import { isFailing, type SourceReport } from './source.ts';
import { companyDevices } from './summary.ts';

/** What is worth saying beside the headline: an id of the catalogue's `notices`, and what fills it. */
export type Notice =
  | { readonly id: 'endpoint-failing' | 'endpoint-down' | 'offline'; readonly since: Instant }
  | { readonly id: 'first-answer-missing' }
  | { readonly id: 'source-failed' | 'source-partial'; readonly sources: readonly SourceReport[] }
  | { readonly id: 'not-joined' }
  | { readonly id: 'update-needed'; readonly version: string };

/** Days without an answer after which an endpoint is called down rather than failing (wire §5). */
const DOWN_AFTER_DAYS = 3;

export function notices(assessment: Assessment, now: Instant): readonly Notice[] {
  const failing = assessment.sources.filter(isFailing);
  const partial = failing.filter(({ reason }) => reason === 'partial');
  const failed = failing.filter(({ reason }) => reason !== 'partial');
  const isUnjoined = assessment.devices.some(({ isThisComputer, isJoined }) => isThisComputer && !isJoined);
  const { neededVersion: version } = assessment;
  return [
    ...connectionNotices(assessment, now),
    ...(version === undefined ? [] : [{ id: 'update-needed', version } as const]),
    ...(failed.length > 0 ? [{ id: 'source-failed', sources: failed } as const] : []),
    ...(partial.length > 0 ? [{ id: 'source-partial', sources: partial } as const] : []),
    ...(isUnjoined && companyDevices(assessment).length > 0 ? [{ id: 'not-joined' } as const] : []),
  ];
}

function connectionNotices({ connection }: Assessment, now: Instant): readonly Notice[] {
  const { problem, answeredAt, signedOut } = connection;
  // That the endpoint wants to know who asks is said above.
  if (problem === null || (problem === 'unauthorised' && signedOut !== undefined)) return [];
  if (answeredAt === null) return [{ id: 'first-answer-missing' }];
  if (problem === 'offline') return [{ id: 'offline', since: answeredAt }];
  const isDown = elapsed(answeredAt, now) > DOWN_AFTER_DAYS * DAY;
  return [{ id: isDown ? 'endpoint-down' : 'endpoint-failing', since: answeredAt }];
}
