import { SourceFailure } from '../upstream/failure.ts';

/** What means something in one filter language or another, and stands in no address that a company gives. */
const MEANINGFUL = /["\\`()<>[\],;:*%\s]|\p{Cc}/u;

/**
 * An e-mail address that cannot mean anything but itself, in any filter language. It comes from a verified sign-in and is
 * checked all the same.
 * @throws SourceFailure
 */
function plain(email: string): string {
  if (!email.includes('@') || email.length > 254 || MEANINGFUL.test(email)) throw new SourceFailure('unreadable');
  return email;
}

/** As a value of RSQL (Jamf Pro): https://developer.jamf.com/jamf-pro/docs/filtering-with-rsql. */
export const rsqlText = (email: string): string => `"${plain(email)}"`;

/** As a value of OData (Microsoft Graph): OData 4.01, part 2, §5.1.1.6.1. */
export const odataText = (email: string): string => `'${plain(email).replaceAll("'", "''")}'`;

/** As a word of a search that has no quotes (Fleet, Google, Kolide, JumpCloud). */
export const searchWord = (email: string): string => plain(email);
