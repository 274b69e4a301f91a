import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../locales/catalogue.ts';
import { catalogues } from '../locales/index.ts';
import { say } from '../locales/say.ts';
import type { AssessedDevice } from '../posture/finding.ts';
import { askedAbout } from '../posture/which-computer.ts';
import { deviceWithEnding, modelAndSystem } from './device-words.ts';
import type { View } from './view.ts';

export interface WhichComputerProps {
  readonly view: View;
  /** Leads to the device that the person has just called this computer; without one, to this computer. */
  readonly onShow: (device?: string) => void;
}

/** The answers to "Is this your MacBook Pro?": yes, another, or none of these. */
export function WhichComputer({ view, onShow }: WhichComputerProps) {
  const [showsAll, setShowsAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), [showsAll]);
  const { locale, actions } = view;
  const words = catalogues[locale].actions;
  const [likeliest, ...others] = askedAbout(view.assessment);
  if (likeliest === undefined) return null;
  const choose = (device: string | null) => {
    actions.chooseComputer(device);
    onShow(device ?? undefined);
  };
  const button = (control: string, label: Message, act: () => void, look = 'button') => (
    <button type="button" class={look} data-control={`computer-${control}`} onClick={act}>
      {say(label, {}, locale)}
    </button>
  );
  return (
    <div class="which-computer">
      {showsAll && <p>{say(catalogues[locale].popup['which-one'], {}, locale)}</p>}
      {showsAll && (
        <ul class="choices" ref={list}>
          {[...others, likeliest].map((device) => (
            <Choice key={device.id} device={device} view={view} act={() => choose(device.id)} />
          ))}
        </ul>
      )}
      <div class="buttons">
        {!showsAll && button('yes', words.yes, () => choose(likeliest.id), 'button button-primary')}
        {!showsAll && others.length > 0 && button('another', words.another, () => setShowsAll(true))}
        {button('none', others.length > 0 ? words['none-of-these'] : words.no, () => choose(null))}
      </div>
    </div>
  );
}

interface ChoiceProps extends Pick<WhichComputerProps, 'view'> {
  readonly device: AssessedDevice;
  readonly act: () => void;
}

const Choice = ({ device, view: { locale }, act }: ChoiceProps) => (
  <li>
    <button type="button" class="choice" data-control="computer-is" data-choice={device.id} onClick={act}>
      <bdi class="card-title">{deviceWithEnding(device, locale)}</bdi>
      <bdi class="line">{device.name || modelAndSystem(device, locale)}</bdi>
    </button>
  </li>
);
