import { Icon } from './Icon.tsx';
import type { ContactLink } from './outgoing-link.ts';

/** A link out of the extension, into a tab of its own: the popup closes behind it. Its text comes from outside. */
export function OutgoingLink({ label, url }: ContactLink) {
  return (
    <a class="link" href={url} target="_blank" rel="noopener noreferrer" data-control="contact">
      <bdi>{label}</bdi>
      <Icon name="leave" />
    </a>
  );
}
