/** A dotted number that stands by itself: neither part of a build ("24G830") nor of a model ("Mac16,1"), and no longer than versions are. */
const STANDING_ALONE = /(?<![\w.,])\d{1,3}(?:([._])\d{1,3}(?:\1\d{1,3}){0,2})?(?![\w.])/;

/** The numbers of the first version in an Apple system's text; none when there is no version in it. */
export const appleNumbers = (text: string): readonly number[] =>
  STANDING_ALONE.exec(text)?.[0].split(/[._]/).map(Number) ?? [];

/** A version written with underscores comes from a user agent string. */
export const isOfUserAgent = (text: string): boolean => /\d_\d/.test(text) || /^(?:intel|mozilla)\b/i.test(text);
