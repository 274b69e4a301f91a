import type { Baseline } from './baseline.ts';
import { android } from './trains/android.ts';
import { ios, ipados, macos } from './trains/apple.ts';
import { linux } from './trains/linux.ts';
import { windows } from './trains/windows.ts';

/**
 * The day up to which the files in `trains/` are known, except where a train's own `asOf` says less. They are kept by hand:
 * `docs/baseline.md` says from where.
 */
export const osTrainsAsOf = '2026-11-23';

/** ChromeOS has no calendar that fits every channel: its milestones are compared with Chrome's. */
export const osTrains: Baseline['os'] = {
  macos: [...macos],
  windows: [...windows],
  ios: [...ios],
  ipados: [...ipados],
  android: [...android],
  linux: [...linux],
  chromeos: [],
};
