import type { SignedOut } from '../../src/posture/connection.ts';
import type { Assessment } from '../../src/posture/finding.ts';
import type { OwnAnswer } from '../../src/posture/own-answer.ts';
import type { Claim } from '../../src/posture/present.ts';
import { THIS_COMPUTER } from '../../src/posture/this-computer.ts';
import { practices } from '../../src/practices/index.ts';
import {
  aMac,
  anIphone,
  aPixel,
  assessmentOf,
  changed,
  chosen,
  claimOf,
  disagreeing,
  fixOnPhone,
  fixOnThisComputer,
  mixed,
  neverAnswered,
  notJoined,
  notJoinedOfTwo,
  notJoinedWithWarning,
  selfCheck,
  unknownOnly,
  unreachable,
} from './assessments.ts';
import { daysAgo } from './posture.ts';

/** What the pages are painted from. */
export interface PageState {
  readonly assessment: Assessment;
  readonly claims?: readonly Claim[];
  readonly ownAnswers?: readonly OwnAnswer[];
}

const answerOf = (practice: string, isSo: boolean): OwnAnswer => ({
  device: THIS_COMPUTER,
  practice,
  isSo,
  answeredAt: daysAgo(3),
});

const UNBROKEN = 'ACME-LAPTOP-0123456789-OF-THE-DEPARTMENT-OF-FINANCE';

/** Names as companies give them, some without a place to break. */
const longNames = (): Assessment =>
  assessmentOf(
    [
      aMac({ name: UNBROKEN, model: 'MacBook Pro (16-inch, late 2025, nano-texture display)' }),
      anIphone({ name: 'The telephone of Jane in the department of finance, second floor', model: '' }),
      aPixel({ name: UNBROKEN.toLowerCase(), model: '' }),
    ],
    { hint: null, organization: { name: `${UNBROKEN} and daughters`, sample: true } },
  );

/** Nobody is signed in, and the endpoint wants to know who asks. */
const signedOut = (assessment: Assessment, { reason, isExplained = false }: Partial<SignedOut>): Assessment => ({
  ...assessment,
  connection: {
    ...assessment.connection,
    problem: 'unauthorised',
    signedOut: { reason: reason ?? 'expired', since: daysAgo(1), isExplained, isWanted: false },
  },
});

/** The states of a person without a company. */
export const statesAlone: Readonly<Record<string, PageState>> = {
  'no company': { assessment: selfCheck({ practices }) },
  'no company, with answers of their own': {
    assessment: selfCheck({ practices }),
    ownAnswers: [answerOf('disk-encryption', true), answerOf('firewall', false)],
  },
  'no company, an old browser': { assessment: selfCheck({ practices, browserVersion: '151.0.1' }) },
};

/** The states that no sample person is in. */
export const statesWithCompany: Readonly<Record<string, PageState>> = {
  'something to do on three devices': { assessment: mixed({ practices }) },
  'a deadline': {
    assessment: changed(fixOnThisComputer(), 'disk-encryption', { dueAt: '2026-12-04T17:00:00.000Z' }),
  },
  'something to do on another device': { assessment: fixOnPhone() },
  'waiting to be confirmed': { assessment: fixOnThisComputer(), claims: [claimOf('disk-encryption')] },
  'nothing but unknown': { assessment: unknownOnly() },
  'two tools disagree': { assessment: disagreeing() },
  'not joined': { assessment: notJoined() },
  'not joined, of two computers': { assessment: notJoinedOfTwo() },
  'not joined, and something to do': { assessment: notJoinedWithWarning() },
  'joined by the person’s word': { assessment: chosen('d_mac') },
  offline: { assessment: unreachable('offline', 2) },
  'endpoint failing': { assessment: unreachable('timeout', 1) },
  'endpoint down': { assessment: unreachable('timeout', 5) },
  'never answered': { assessment: neverAnswered() },
  'signed out': { assessment: signedOut(mixed(), { reason: 'revoked' }) },
  'the first sign-in': { assessment: signedOut(neverAnswered(), { reason: 'not-yet', isExplained: true }) },
  'devices left out': { assessment: { ...mixed(), omitted: { retired: 1, overLimit: 2, unreadable: 2 } } },
  'long names': { assessment: longNames() },
};
