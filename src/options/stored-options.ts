import { useEffect, useState } from 'preact/hooks';
import { storedAssessment, storedSettings } from '../browser/stored.ts';
import { type Answers, storedAnswers } from '../browser/stored-answers.ts';
import type { Assessment } from '../posture/finding.ts';

/** What the page is painted from. */
export interface StoredOptions {
  readonly endpoint: string | null;
  readonly assessment: Assessment | undefined;
  /** What the company last answered. */
  readonly answers: Answers | undefined;
}

export async function readStored(): Promise<StoredOptions> {
  const [settings, assessment, answers] = await Promise.all([
    storedSettings.get(),
    storedAssessment.get(),
    storedAnswers.get(),
  ]);
  return { endpoint: settings?.endpoint ?? null, assessment, answers };
}

/** What is stored, now and after every change. */
export function useStored(atFirst: StoredOptions): StoredOptions {
  const [stored, setStored] = useState(atFirst);
  useEffect(() => {
    const stops = [
      storedSettings.onChange((settings) => setStored((old) => ({ ...old, endpoint: settings?.endpoint ?? null }))),
      storedAssessment.onChange((assessment) => setStored((old) => ({ ...old, assessment }))),
      storedAnswers.onChange((answers) => setStored((old) => ({ ...old, answers }))),
    ];
    return () => stops.forEach((stop) => void stop());
  }, []);
  return stored;
}
