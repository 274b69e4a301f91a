import { catalogues, type Locale } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice, Finding } from '../posture/finding.ts';
import { BROWSER } from '../posture/source.ts';
import { shownFindings } from '../posture/summary.ts';
import { findingTitle, practiceName } from '../ui/finding-words.ts';
import { Icon } from '../ui/Icon.tsx';
import { type Tone, toneIcon, toneOf } from '../ui/tone.ts';
import { controllerText, unjudgedText } from './setting-words.ts';

interface Props {
  readonly computer: AssessedDevice;
  readonly locale: Locale;
}

const isSeen = ({ decidedBy }: Finding): boolean => decidedBy.some(({ source }) => source === BROWSER);

/** A tool of the company did not tell: no browser is asked for that. */
const isOfCompany = ({ blamed }: Finding): boolean => blamed.some((source) => source !== BROWSER);

/**
 * What this browser can see of itself and of its computer, with who decides about its settings, and what nobody could see at the
 * last check.
 */
export function Sight({ computer, locale }: Props) {
  const { popup } = catalogues[locale];
  const findings = shownFindings(computer);
  const unseen = findings.filter((finding) => finding.rating === 'unknown' && !isOfCompany(finding));
  return (
    <section>
      <h2>{say(popup['this-browser'], {}, locale)}</h2>
      <ul class="sight">
        {findings.filter(isSeen).map((finding) => (
          <Line
            key={finding.practice}
            tone={toneOf(finding)}
            text={findingTitle(finding, computer, locale)}
            note={controllerText(finding.decidedBy, locale)}
          />
        ))}
        {computer.unjudged.map((signal) => (
          <Line key={signal.fact} text={unjudgedText(signal, locale)} note={controllerText([signal], locale)} />
        ))}
      </ul>
      {unseen.length > 0 && <h3>{say(popup['cannot-check'], { count: unseen.length }, locale)}</h3>}
      <ul class="sight">
        {unseen.map((finding) => (
          <Line key={finding.practice} tone="unknown" text={practiceName(finding, locale)} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  /** How it is rated; absent for what no practice judges. */
  readonly tone?: Tone;
  readonly text: string | undefined;
  readonly note?: string | undefined;
}

function Line({ tone, text, note }: LineProps) {
  if (text === undefined) return null;
  return (
    <li data-tone={tone}>
      <Icon name={tone === undefined ? 'eye' : toneIcon[tone]} />
      <span>
        {text}
        {note !== undefined && <small class="quiet">{note}</small>}
      </span>
    </li>
  );
}
