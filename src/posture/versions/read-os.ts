import type { Platform } from '../platform.ts';
import { readAndroid } from './android.ts';
import { readChromeos } from './chromeos.ts';
import { readIos } from './ios.ts';
import { readLinux } from './linux.ts';
import { readMacos } from './macos.ts';
import type { OsReading, ReadOs } from './os-reading.ts';
import { readWindows } from './windows.ts';

/** No system writes its version at greater length. */
const LONGEST = 100;

/** Digits of other scripts: where they stand among ours, a part of the version would be missed. */
const OTHER_DIGITS = /(?![0-9])\p{Nd}/u;

const readers: Record<Platform, ReadOs> = {
  macos: readMacos,
  windows: readWindows,
  linux: readLinux,
  chromeos: readChromeos,
  ios: readIos,
  ipados: readIos,
  android: readAndroid,
  unknown: () => undefined,
};

/** Reads the version of an operating system as a source wrote it. Total; `undefined` for what is not a version. */
export const readOs = (platform: Platform, text: string): OsReading | undefined =>
  text.length > LONGEST || OTHER_DIGITS.test(text) ? undefined : readers[platform](text.trim());
