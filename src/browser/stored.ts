import * as v from 'valibot';
import { facts } from '../posture/facts.ts';
import { managedCopySchema } from '../posture/managed-copy.ts';
import { item } from './storage.ts';
import { assessmentSchema, at } from './stored-assessment.ts';

/** What the person chose: the base URL of the company's endpoint, or none. */
export const storedSettings = item('settings', v.object({ endpoint: v.nullable(v.string()) }));

/**
 * What the organisation's device management said last. There is none before it is known, in the first seconds of all, whether it says
 * anything.
 */
export const storedManaged = item('managed', managedCopySchema);

/** Since when the browser has had nothing from device management to tell, since it was started. */
export const storedManagedSilence = item('managedSilence', at, 'session');

/** The last assessment: all that any page shows. */
export const storedAssessment = item('assessment', assessmentSchema);

/** What the person said that is done. */
export const storedClaims = item(
  'claims',
  v.array(v.object({ device: v.string(), practice: v.string(), claimedAt: at })),
);

/** What the person said of what nobody reports. */
export const storedOwnAnswers = item(
  'ownAnswers',
  v.array(v.object({ device: v.string(), practice: v.string(), isSo: v.boolean(), answeredAt: at })),
);

/** What a page last saw of the passkeys, and when: only an open page can look. */
export const storedPasskey = item('passkey', v.object({ state: facts.passkey.value, observedAt: at }));

/** The version of this extension that waits for the browser to restart. */
export const storedUpdate = item('update', v.string(), 'session');
