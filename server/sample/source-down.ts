import { DAY, later } from '../../src/posture/instant.ts';
import { intuneTimedOut } from './intune-answer.ts';
import { intuneAt, jamfAt, mixed } from './mixed.ts';
import type { SamplePerson } from './person.ts';

/** Jane a day later: Intune does not answer at all, and what it said yesterday is what is known. */
export const sourceDown: SamplePerson = {
  ...mixed,
  id: 'source-down',
  answersAt: (moment) => [jamfAt(moment), intuneTimedOut(intuneAt({ ...moment, now: later(moment.now, -DAY) }))],
};
