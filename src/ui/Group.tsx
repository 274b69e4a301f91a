import { lists } from '../locales/formats.ts';
import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { ownAnswerTo } from '../posture/own-answer.ts';
import { isOutOfReach } from '../posture/summary.ts';
import { Card } from './Card.tsx';
import { CheckYourself } from './CheckYourself.tsx';
import { FindingRow } from './FindingRow.tsx';
import { browserName, practiceName, reasonText } from './finding-words.ts';
import { QuietRow } from './QuietRow.tsx';
import type { Folded } from './sections.ts';
import type { View } from './view.ts';

interface Props {
  readonly place: Folded;
  readonly findings: readonly Finding[];
  readonly device: AssessedDevice;
  readonly view: View;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** Findings of one kind, folded into one card that counts them. */
export function Group({ place, findings, device, view, isOpen, onToggle }: Props) {
  const { icon, tone } = looks[place];
  const quiet = findings.filter(isOutOfReach);
  const others = findings.filter((finding) => !isOutOfReach(finding));
  const Row = place === 'yourself' ? CheckYourself : FindingRow;
  return (
    <Card
      attributes={{ 'data-group': place }}
      icon={icon}
      tone={tone}
      title={titleText(place, others.length, quiet.length, view)}
      level={2}
      lines={
        <span class="line">
          {place === 'yourself' ? answeredText(others, view) : contentsText(others.length > 0 ? others : quiet, view)}
        </span>
      }
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <ul class="rows">
        {others.map((finding) => (
          <Row key={finding.practice} finding={finding} device={device} view={view} />
        ))}
        {quiet.map((finding) => (
          <QuietRow key={finding.practice} finding={finding} device={device} view={view} />
        ))}
      </ul>
    </Card>
  );
}

const looks = {
  ok: { icon: 'check', tone: 'ok' },
  'browser-ok': { icon: 'check', tone: 'ok' },
  unknown: { icon: 'question', tone: 'unknown' },
  yourself: { icon: 'eye', tone: 'unknown' },
} as const;

/** Counts what the headline counts; what is out of reach for everybody only where there is nothing else. */
function titleText(place: Folded, count: number, quiet: number, view: View): string {
  const { locale } = view;
  const { popup } = catalogues[locale];
  if (count === 0) return say(popup['not-told'], { count: quiet, browser: browserName(view) }, locale);
  if (place === 'yourself') return say(popup['check-yourself'], { count }, locale);
  return say(place === 'unknown' ? popup['cannot-check'] : popup['checks-done'], { count }, locale);
}

/** How many of them the person has answered, once there is one; until then, why it is for them to look. */
function answeredText(findings: readonly Finding[], { ownAnswers, now, locale }: View): string {
  const { popup } = catalogues[locale];
  const answered = findings.filter((finding) => ownAnswerTo(finding, ownAnswers, now) !== undefined).length;
  if (answered === 0) return say(popup['no-browser-sees'], {}, locale);
  return say(popup['answered-yourself'], { answered, count: findings.length }, locale);
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
const inRow = (names: readonly string[], locale: View['locale']): string =>
  lists(locale, { type: 'unit' }).format(names);
