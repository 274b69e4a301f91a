import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice } from '../posture/finding.ts';
import { deviceInSentence } from './device-words.ts';
import { notMineLink } from './not-mine.ts';
import { OutgoingLink } from './OutgoingLink.tsx';
import type { View } from './view.ts';

interface Props {
  readonly device: AssessedDevice;
  readonly view: View;
  /** Leads to this computer. */
  readonly onShow: () => void;
}

/** At the end of a device's findings: that it is this computer because the person said so, and whom to tell that it is not theirs. */
export function WhoseDevice({ device, view, onShow }: Props) {
  const { isThisComputer, isJoined, joinedBy } = device;
  if (isThisComputer && !isJoined) return null;
  return (
    <div class="whose-device">
      {joinedBy === 'own' && <OwnWord device={device} view={view} onShow={onShow} />}
      <NotMine device={device} view={view} />
    </div>
  );
}

function OwnWord({ device, view: { locale, actions }, onShow }: Props) {
  const { popup, actions: words } = catalogues[locale];
  const takeBack = () => {
    actions.forgetComputer();
    onShow();
  };
  return (
    <p data-joined-by="own">
      {say(popup['said-this'], { device: deviceInSentence(device, locale) }, locale)}{' '}
      <button type="button" class="link" data-control="computer-change" onClick={takeBack}>
        {say(words['not-this-computer'], {}, locale)}
      </button>
    </p>
  );
}

function NotMine({ device, view }: Omit<Props, 'onShow'>) {
  const { popup } = catalogues[view.locale];
  const contact = notMineLink(device, view);
  if (contact === undefined) return <p data-not-mine>{say(popup['not-mine-tell-it'], {}, view.locale)}</p>;
  const question = say(popup['not-mine'], {}, view.locale);
  return (
    <p data-not-mine>
      {question} <OutgoingLink {...contact} about={question} locale={view.locale} />
    </p>
  );
}
