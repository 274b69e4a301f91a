import type { ReadOs } from './os-reading.ts';

/** "R144-16503.2.0", "144.0.7559.96", "144": the milestone is the Chrome that the system comes with. */
const MILESTONE =
  /^(?:chrome ?os |google chrome |r)?(\d{2,3})(?:\.\d{1,3}\.\d{1,5}\.\d{1,4}|-\d{1,5}(?:\.\d{1,4}){1,2})?(?![\w.-])/i;

/** "16181.47.0", as browsers tell it: no list of ours translates it into a milestone. */
const PLATFORM_BUILD = /^\d{4,5}\.\d{1,4}\.\d{1,4}(?![\w.])/;

/** Reads a ChromeOS version: a milestone, or a platform build, which stands for no release that we know. */
export const readChromeos: ReadOs = (text) => {
  const milestone = MILESTONE.exec(text)?.[1];
  if (milestone !== undefined) return { releases: [milestone], version: milestone };
  return PLATFORM_BUILD.test(text) ? { releases: [text] } : undefined;
};
