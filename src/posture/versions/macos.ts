import { appleNumbers, isOfUserAgent } from './apple-numbers.ts';
import { versionOf } from './compare-versions.ts';
import type { ReadOs } from './os-reading.ts';

/** macOS 15 was followed by 26; 16.0 is what macOS 26 tells programs built for an older system. */
const isSkipped = (major: number): boolean => major >= 16 && major <= 25;

/**
 * Reads a macOS version: "26.7.2", "macOS 15.2", "MacOS 12.6.0", "26.6.2 (a)", "14.8.9 (23J631)". A rapid security response in
 * brackets lies above its version and is not asked for. Not a version: what every Mac tells for compatibility (10.16, 16.0) and
 * what browsers have frozen in the user agent (10_15_7, 10.15).
 */
export const readMacos: ReadOs = (text) => {
  const [major, minor, patch] = appleNumbers(text);
  if (major === undefined) return undefined;
  if (/^darwin\b/i.test(text)) return { releases: [macosOfDarwin(major)] };
  if (major === 10) return readTen(text, minor, patch);
  if (isSkipped(major)) return undefined;
  return {
    releases: [String(major)],
    ...(minor !== undefined && { version: versionOf([major, minor, patch ?? 0]) }),
  };
};

function readTen(text: string, minor: number | undefined, patch: number | undefined): ReturnType<ReadOs> {
  const isFrozen = minor === 15 && (patch === undefined || isOfUserAgent(text));
  if (minor === undefined || minor === 16 || isFrozen) return undefined;
  return { releases: [`10.${minor}`], version: versionOf([10, minor, patch ?? 0]) };
}

/** The kernel counts on by itself: Darwin 24 is macOS 15, Darwin 25 is macOS 26. Its second number is not that of macOS. */
const macosOfDarwin = (major: number): string =>
  major < 20 ? `10.${major - 4}` : String(major < 25 ? major - 9 : major + 1);
