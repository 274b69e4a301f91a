import { appleNumbers, isOfUserAgent } from './apple-numbers.ts';
import { versionOf } from './compare-versions.ts';
import type { ReadOs } from './os-reading.ts';

/** iOS 18 was followed by 26. */
const isSkipped = (major: number): boolean => major >= 19 && major <= 25;

/** Safari tells 18.7 on iOS 26 and 27 too, and browsers that shorten their user agent tell other versions of 18. */
const isFrozen = (text: string, major: number, minor: number | undefined, patch: number | undefined): boolean =>
  major === 18 && (isOfUserAgent(text) || (minor === 7 && patch === undefined));

/** Reads a version of iOS or iPadOS: "18.7.10", "iOS 26.6.1", "iPadOS 17.7.11 (21H450)", "iPhone OS 26_6_2". */
export const readIos: ReadOs = (text) => {
  const [major, minor, patch] = appleNumbers(text);
  if (major === undefined || isSkipped(major) || isFrozen(text, major, minor, patch)) return undefined;
  return {
    releases: [String(major)],
    ...(minor !== undefined && { version: versionOf([major, minor, patch ?? 0]) }),
  };
};
