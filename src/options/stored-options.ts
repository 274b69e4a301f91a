import { useEffect, useState } from 'preact/hooks';
import { storedAssessment, storedSettings } from '../browser/stored.ts';
import type { Assessment } from '../posture/finding.ts';

/** What the page is painted from. */
export interface StoredOptions {
  readonly endpoint: string | null;
  readonly assessment: Assessment | undefined;
}

export async function readStored(): Promise<StoredOptions> {
  const [settings, assessment] = await Promise.all([storedSettings.get(), storedAssessment.get()]);
  return { endpoint: settings?.endpoint ?? null, assessment };
}

/** What is stored, now and after every change. */
export function useStored(atFirst: StoredOptions): StoredOptions {
  const [stored, setStored] = useState(atFirst);
  useEffect(() => {
    const stops = [
      storedSettings.onChange((settings) => setStored((old) => ({ ...old, endpoint: settings?.endpoint ?? null }))),
      storedAssessment.onChange((assessment) => setStored((old) => ({ ...old, assessment }))),
    ];
    return () => stops.forEach((stop) => void stop());
  }, []);
  return stored;
}
