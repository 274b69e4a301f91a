import { useEffect, useState } from 'preact/hooks';
import { storedAssessment, storedManaged, storedSettings } from '../browser/stored.ts';
import { type Answers, storedAnswers } from '../browser/stored-answers.ts';
import type { Assessment } from '../posture/finding.ts';
import { endpointOf, type ManagedCopy } from '../posture/managed-copy.ts';

/** What the page is painted from. */
export interface StoredOptions {
  /** The one that is asked. */
  readonly endpoint: string | null;
  /** The one that the person chose. */
  readonly ownEndpoint: string | null;
  /** What the organisation's device management said last; undefined until that is known. */
  readonly managed: ManagedCopy | undefined;
  readonly assessment: Assessment | undefined;
  /** What the company last answered. */
  readonly answers: Answers | undefined;
}

export async function readStored(): Promise<StoredOptions> {
  const [settings, managed, assessment, answers] = await Promise.all([
    storedSettings.get(),
    storedManaged.get(),
    storedAssessment.get(),
    storedAnswers.get(),
  ]);
  return { ...decided(settings?.endpoint ?? null, managed), assessment, answers };
}

const decided = (ownEndpoint: string | null, managed: ManagedCopy | undefined) => ({
  ownEndpoint,
  managed,
  endpoint: endpointOf(managed, ownEndpoint) ?? null,
});

/** What is stored, now and after every change. */
export function useStored(atFirst: StoredOptions): StoredOptions {
  const [stored, setStored] = useState(atFirst);
  useEffect(() => {
    const stops = [
      storedSettings.onChange((settings) =>
        setStored((old) => ({ ...old, ...decided(settings?.endpoint ?? null, old.managed) })),
      ),
      storedManaged.onChange((managed) => setStored((old) => ({ ...old, ...decided(old.ownEndpoint, managed) }))),
      storedAssessment.onChange((assessment) => setStored((old) => ({ ...old, assessment }))),
      storedAnswers.onChange((answers) => setStored((old) => ({ ...old, answers }))),
    ];
    return () => stops.forEach((stop) => void stop());
  }, []);
  return stored;
}
