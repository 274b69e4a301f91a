import { catalogues } from '../locales/index.ts';
import { list, say } from '../locales/say.ts';
import { sourceName } from '../locales/source-name.ts';
import type { AssessedDevice } from '../posture/finding.ts';
import { deviceWithEnding } from './device-words.ts';
import { type ContactLink, contactLink } from './outgoing-link.ts';
import type { View } from './view.ts';

/** Isolates keep foreign text in its place on a page; in a letter they would only be in the way. */
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

/**
 * The contact's address with a message that says which device is not the person's and who lists it. It is only prepared: the person
 * reads it and sends it, or does not. Undefined without a contact.
 */
export function notMineLink(device: AssessedDevice, { assessment, locale }: View): ContactLink | undefined {
  const contact = contactLink(assessment.organization);
  if (contact === undefined) return undefined;
  const { popup, sources } = catalogues[locale];
  const called = deviceWithEnding(device, locale);
  const names = device.listedBy.map((id) => sourceName(id, assessment.sources, { sources }, locale));
  const known = new Set([device.name || called, called]);
  const params = {
    device: list([...known], locale),
    sources: list(names, locale) || (assessment.organization?.name ?? ''),
  };
  const subject = plain(say(popup['not-mine-subject'], { device: called }, locale));
  const body = plain(say(popup['not-mine-message'], params, locale));
  return { ...contact, url: withMessage(contact.url, subject, body) };
}

/** Subject and text as parameters, which mail programs and most forms understand; what the company has put there stays. */
function withMessage(address: string, subject: string, body: string): string {
  const url = new URL(address);
  const given = [...url.searchParams].filter(([name]) => name !== 'subject' && name !== 'body');
  // Spaces written as "+", as a form would write them, would stay "+" in a letter.
  url.search = [...given, ['subject', subject] as const, ['body', body] as const]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return url.href;
}
