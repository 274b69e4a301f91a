import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { saidText } from './finding-words.ts';
import { reports } from './source-words.ts';
import type { View } from './view.ts';

interface Props {
  readonly finding: Finding;
  readonly device: AssessedDevice;
  readonly view: View;
  /** `sentence`: "Reported by Jamf Pro, 3 hours ago". `line`: "Jamf Pro, 3 hours ago". */
  readonly form: 'sentence' | 'line';
}

/** Who decided a finding and when, and what others said. */
export function FindingFacts({ finding, device, view, form }: Props) {
  const { assessment, now, locale } = view;
  const telling = { sources: assessment.sources, platform: device.platform, now, locale };
  const lines = [
    ...reports(finding, telling, form),
    ...finding.alsoSaid.map((signal) => saidText(signal, finding, device, view)),
  ];
  return [...new Set(lines)].map((line) => <p key={line}>{line}</p>);
}
