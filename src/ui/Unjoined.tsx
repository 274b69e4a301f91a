import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice } from '../posture/finding.ts';
import { headline } from '../posture/summary.ts';
import { askedAbout, isComputerHeadline } from '../posture/which-computer.ts';
import { deviceWithEnding } from './device-words.ts';
import { Mark } from './Mark.tsx';
import { WhichComputer, type WhichComputerProps } from './WhichComputer.tsx';

interface Props extends WhichComputerProps {
  readonly computer: AssessedDevice;
}

/** That this computer is none of the company's devices as far as anybody knows, and how to change that. */
export function Unjoined({ computer, view, onShow }: Props) {
  const { assessment, locale, actions } = view;
  const { headlines, notices, actions: words } = catalogues[locale];
  const [likeliest] = askedAbout(assessment);
  if (likeliest !== undefined && !isComputerHeadline(headline(assessment))) {
    return (
      <div class="card question" data-notice="not-joined" data-tone="unknown">
        <Mark icon="question" tone="unknown" />
        <div class="card-text">
          <h2 class="card-title">
            {say(headlines['not-joined-unnumbered'], { device: deviceWithEnding(likeliest, locale) }, locale)}
          </h2>
          <p class="line">{say(notices['not-joined'], {}, locale)}</p>
          <WhichComputer view={view} onShow={onShow} />
        </div>
      </div>
    );
  }
  const isAnswered = computer.question?.isAnswered === true;
  return (
    <p data-notice="not-joined">
      {say(notices[isAnswered ? 'said-none' : 'not-joined'], {}, locale)}{' '}
      {isAnswered && (
        <button type="button" class="link" data-control="computer-change" onClick={actions.forgetComputer}>
          {say(words.change, {}, locale)}
        </button>
      )}
    </p>
  );
}
