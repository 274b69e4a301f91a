import type { Locale } from '../locales/index.ts';
import { buttonAbout } from './button-about.ts';
import { Icon } from './Icon.tsx';
import type { ContactLink } from './outgoing-link.ts';

interface Props extends ContactLink {
  /** What it is about, where it stands beside others that read the same. */
  readonly about?: string;
  readonly locale: Locale;
}

/** A link out of the extension, into a tab of its own: the popup closes behind it. Its text comes from outside. */
export function OutgoingLink({ label, url, about, locale }: Props) {
  const name = about === undefined ? undefined : buttonAbout(label, about, locale);
  return (
    <a class="link" href={url} target="_blank" rel="noopener noreferrer" aria-label={name} data-control="contact">
      <bdi>{label}</bdi>
      <Icon name="leave" />
    </a>
  );
}
