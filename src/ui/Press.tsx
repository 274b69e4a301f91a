import type { Message } from '../locales/catalogue.ts';
import { say } from '../locales/say.ts';
import type { View } from './view.ts';

interface Props extends Pick<View, 'locale'> {
  readonly control: string;
  readonly label: Message;
  readonly isPrimary?: boolean;
  readonly act: () => void;
}

/** A button that says what it does. */
export const Press = ({ control, label, isPrimary = false, locale, act }: Props) => (
  <button type="button" class={isPrimary ? 'button button-primary' : 'button'} data-control={control} onClick={act}>
    {say(label, {}, locale)}
  </button>
);
