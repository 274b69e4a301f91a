import type { Message } from '../locales/catalogue.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { Card } from './Card.tsx';
import { FindingRow } from './FindingRow.tsx';
import { practiceName, reasonText } from './finding-words.ts';
import type { View } from './view.ts';

interface Props {
  readonly place: 'unknown' | 'ok';
  readonly findings: readonly Finding[];
  readonly device: AssessedDevice;
  readonly view: View;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Findings with which there is nothing to do, folded into one card that counts them. */
export function Group({ place, findings, device, view, isOpen, onToggle }: Props) {
  const { locale } = view;
  const { popup } = catalogues[locale];
  const title: Message = place === 'ok' ? popup['checks-done'] : popup['cannot-check'];
  return (
    <Card
      attributes={{ 'data-group': place }}
      icon={place === 'ok' ? 'check' : 'question'}
      tone={place}
      title={say(title, { count: findings.length }, locale)}
      level={2}
      lines={<span class="line">{contentsText(findings, view)}</span>}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <ul class="rows">
        {findings.map((finding) => (
          <FindingRow key={finding.practice} finding={finding} device={device} view={view} />
        ))}
      </ul>
    </Card>
  );
}

/** What is inside: all of one, the names of some. */
function contentsText(findings: readonly Finding[], view: View): string {
  const { locale } = view;
  const { popup } = catalogues[locale];
  const [only, ...others] = findings;
  if (only?.reason !== undefined && others.length === 0) {
    const reason = reasonText(only.reason, only, view).what;
    return say(popup['check-and-reason'], { name: practiceName(only, locale), reason }, locale);
  }
  const names = findings.map((finding) => practiceName(finding, locale));
  if (names.length <= SHOWN_NAMES + 1) return inRow(names, locale);
  const count = names.length - SHOWN_NAMES;
  return say(popup['and-more'], { first: inRow(names.slice(0, SHOWN_NAMES), locale), count }, locale);
}

const SHOWN_NAMES = 2;

/** Names in a row without a closing "and": "Screen lock, Firewall". */
const inRow = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'unit' }).format(names);
