import type { Organization } from '../posture/finding.ts';

/** The schemes of links that an endpoint's text may be made into (wire rule 14). */
const SCHEMES = ['https:', 'mailto:'];

/** The address in its normal form if a page may link to it; it comes from outside, so it is looked at again right before use. */
export const outgoingLink = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) && SCHEMES.includes(new URL(url).protocol) ? new URL(url).href : undefined;

export interface ContactLink {
  readonly label: string;
  readonly url: string;
}

/** Whom to ask; `{practice}` in the organisation's address is filled with the practice that it is about, or with nothing. */
export function contactLink(organization: Organization | null, practice = ''): ContactLink | undefined {
  const contact = organization?.contact;
  const url = outgoingLink(contact?.url.replaceAll('{practice}', () => encodeURIComponent(practice)));
  return contact === undefined || url === undefined ? undefined : { label: contact.label, url };
}

/** The endpoint's host as it is shown; the endpoint itself if it is no URL. */
export const hostOf = (endpoint: string): string => (URL.canParse(endpoint) ? new URL(endpoint).host : endpoint);
