import { installType } from '../browser/installation.ts';
import { storedManaged } from '../browser/stored.ts';
import { storedStanding } from '../browser/stored-sign-in.ts';
import type { Connection } from '../posture/connection.ts';
import type { Instant } from '../posture/instant.ts';
import type { SignedOutReason } from '../posture/sign-in.ts';

type Standing = NonNullable<Awaited<ReturnType<typeof storedStanding.get>>>;

/** How the person stands with an endpoint; with one that was not met before, as a stranger. */
export async function standingWith(endpoint: string): Promise<Standing> {
  const stored = await storedStanding.get();
  return stored?.endpoint === endpoint
    ? stored
    : { endpoint, hasAgreed: false, isPutOff: false, hasLeft: false, signedOut: null, isAnotherPerson: false };
}

/** Nothing is written where nothing changes: without a sign-in there is nothing to keep. */
export async function changeStanding(endpoint: string, change: Partial<Omit<Standing, 'endpoint'>>): Promise<void> {
  const before = await standingWith(endpoint);
  const after = { ...before, ...change };
  if (JSON.stringify(after) !== JSON.stringify(before)) await storedStanding.set(after);
}

/** Whether the person has signed out, and not in again. */
export const hasLeft = async (endpoint: string): Promise<boolean> => (await standingWith(endpoint)).hasLeft;

/** Nobody is signed in; since when is not changed by another reason. */
export async function setSignedOut(endpoint: string, reason: SignedOutReason, now: Instant): Promise<void> {
  const { signedOut } = await standingWith(endpoint);
  await changeStanding(endpoint, { signedOut: { reason, since: signedOut?.since ?? now } });
}

/**
 * Whether a sign-in may be tried without the person: they have agreed to one before and not signed out since, or whoever manages
 * this browser has decided so.
 */
export async function maySignInSilently(endpoint: string): Promise<boolean> {
  const standing = await standingWith(endpoint);
  return !standing.hasLeft && (standing.hasAgreed || (await isManagedHere(endpoint)));
}

/** What is shown of it. */
export async function standingShown(endpoint: string): Promise<Pick<Connection, 'signedOut' | 'isAnotherPerson'>> {
  const { hasAgreed, isPutOff, hasLeft, signedOut, isAnotherPerson } = await standingWith(endpoint);
  const told = isAnotherPerson ? { isAnotherPerson } : {};
  if (signedOut === null) return told;
  const isExplained = !hasAgreed && !isPutOff && !hasLeft && !(await isManagedHere(endpoint));
  return { ...told, signedOut: { ...signedOut, isExplained, isWanted: isPutOff || hasLeft } };
}

async function isManagedHere(endpoint: string): Promise<boolean> {
  if ((await storedManaged.get())?.settings.endpoint === endpoint) return true;
  return (await installType()) === 'admin';
}
