import { useEffect, useState } from 'preact/hooks';
import { isInstalledByPolicy } from '../browser/installation.ts';
import { getTogether } from '../browser/storage.ts';
import { storedAssessment, storedClaims, storedManaged, storedOwnAnswers } from '../browser/stored.ts';
import type { Assessment } from '../posture/finding.ts';
import type { ManagedCopy } from '../posture/managed-copy.ts';
import type { OwnAnswer } from '../posture/own-answer.ts';
import type { Claim } from '../posture/present.ts';

/** What a page is painted from. */
export interface Stored {
  readonly assessment: Assessment | undefined;
  readonly claims: readonly Claim[];
  readonly ownAnswers: readonly OwnAnswer[];
  /** What the organisation's device management said last; undefined until that is known. */
  readonly managed: ManagedCopy | undefined;
  readonly isInstalledByPolicy: boolean;
}

export async function readStored(): Promise<Stored> {
  const [[assessment, claims = [], ownAnswers = [], managed], isByPolicy] = await Promise.all([
    getTogether(storedAssessment, storedClaims, storedOwnAnswers, storedManaged),
    isInstalledByPolicy(),
  ]);
  return { assessment, claims, ownAnswers, managed, isInstalledByPolicy: isByPolicy };
}

/** What is stored, now and after every change; `refresh` reads it without waiting to be told. */
export function useStored(atFirst: Stored): Stored & { readonly refresh: () => Promise<void> } {
  const [stored, setStored] = useState(atFirst);
  useEffect(() => {
    const stops = [
      storedAssessment.onChange((assessment) => setStored((before) => ({ ...before, assessment }))),
      storedClaims.onChange((claims = []) => setStored((before) => ({ ...before, claims }))),
      storedManaged.onChange((managed) => setStored((before) => ({ ...before, managed }))),
      storedOwnAnswers.onChange((ownAnswers = []) => setStored((before) => ({ ...before, ownAnswers }))),
    ];
    return () => stops.forEach((stop) => void stop());
  }, []);
  return { ...stored, refresh: async () => setStored(await readStored()) };
}
