import type { ReadOs } from './os-reading.ts';

/** Chrome on Android tells "Android 10; K" everywhere; a real one names the model, and systems that manage devices name neither. */
const FROZEN = /^android 10; ?k\b/i;

const VERSION = /^(?:android(?: os)?|version)?\s*([1-9]\d?)(?:\.\d{1,2}){0,2}(?:\s*l)?(?![\w.]|-\d)/i;

/** Reads an Android version: "16", "16.0.0", "Android 14", "12L". The security patch level is a fact of its own. */
export const readAndroid: ReadOs = (text) => {
  const major = FROZEN.test(text) ? undefined : VERSION.exec(text)?.[1];
  return major === undefined ? undefined : { releases: [major] };
};
