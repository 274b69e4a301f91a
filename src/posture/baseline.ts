import * as v from 'valibot';

const day = v.pipe(v.string(), v.isoDate());
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

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
  supportedUntil: v.nullable(day),
  /** Last day for those who have more than the ordinary edition: Enterprise, or paid extended updates. */
  extendedUntil: v.optional(day),
  /** True when fixes have stopped although no date was published. */
  ended: v.optional(v.boolean()),
});

/**
 * One major release of a browser. `supportedUntil` is set where the vendor keeps patching it after its successor came out
 * (Extended Stable, Extended Support Release).
 */
export const browserReleaseSchema = v.object({
  major: v.pipe(v.number(), v.integer()),
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
export type OsTrain = v.InferOutput<typeof osTrainSchema>;
export type BrowserRelease = v.InferOutput<typeof browserReleaseSchema>;

/** A baseline older than this supports no verdict. */
export const BASELINE_MAX_AGE_DAYS = 60;
