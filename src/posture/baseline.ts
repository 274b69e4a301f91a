import * as v from 'valibot';
import { day } from './fact.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

/** One security fix of a train: the version, or Android's security patch level, that a device has once it is installed. */
export const osFixSchema = v.object({
  version: name,
  releasedAt: day,
  /** Other versions with the same fixes: hotpatched, out of band, or optional previews that came after. */
  sameFixes: v.optional(v.array(name)),
  /** True when some machines got these fixes by hotpatch, under a lower version that is not known. */
  hotpatched: v.optional(v.boolean()),
});

/**
 * One train of an operating system that gets fixes of its own: macOS 26, Windows 11 25H2 (build 26200), Android 16.
 * `supportedUntil` is the last day with fixes; null when the vendor has published none, which is not "for ever".
 */
export const osTrainSchema = v.object({
  release: name,
  /** What people call it, where the release is a number they do not know: "Windows 11 25H2". */
  name: v.optional(name),
  latest: v.optional(name),
  releasedAt: v.optional(day),
  /** The security fixes known, newest first. `latest` and `releasedAt` alone stand for a list of one. */
  fixes: v.optional(v.array(osFixSchema)),
  /** The day up to which this train's lines are known, where that is not the day of the whole baseline. */
  asOf: v.optional(day),
  supportedUntil: v.nullable(day),
  /** Last day for those who have more than the ordinary edition: Enterprise, or paid extended updates. */
  extendedUntil: v.optional(day),
  /** Who has that by the edition alone: Enterprise and Education, or only LTSC and Server. Absent: a fee decides, or who knows what. */
  extendedBy: v.optional(v.picklist(['edition', 'long-term'])),
  /** The last version that everybody got: a higher one proves the longer support. */
  extendedAfter: v.optional(name),
  /** True when fixes have stopped although no date was published. */
  ended: v.optional(v.boolean()),
});

/**
 * One major release of a browser. `supportedUntil` is set where the vendor keeps patching it after its successor came out
 * (Extended Stable, Extended Support Release).
 */
export const browserReleaseSchema = v.object({
  major: v.pipe(v.number(), v.safeInteger()),
  releasedAt: day,
  supportedUntil: v.optional(day),
});

const trains = v.optional(v.array(osTrainSchema), []);
const releases = v.optional(v.array(browserReleaseSchema), []);

/** The newest and the supported OS and browser versions, as known on the day `asOf`. */
export const baselineSchema = v.object({
  asOf: day,
  os: v.object({
    macos: trains,
    windows: trains,
    ios: trains,
    ipados: trains,
    android: trains,
    chromeos: trains,
    linux: trains,
  }),
  browsers: v.object({ chrome: releases, edge: releases, firefox: releases }),
});

export type Baseline = v.InferOutput<typeof baselineSchema>;
export type OsFix = v.InferOutput<typeof osFixSchema>;
export type OsTrain = v.InferOutput<typeof osTrainSchema>;
export type BrowserRelease = v.InferOutput<typeof browserReleaseSchema>;

/** A baseline older than this supports no verdict. */
export const BASELINE_MAX_AGE_DAYS = 60;
