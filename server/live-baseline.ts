import * as v from 'valibot';
import { type Baseline, baselineSchema } from '../src/posture/baseline.ts';
import { DAY, type Instant, later } from '../src/posture/instant.ts';
import { SourceFailure } from './upstream/failure.ts';
import type { Upstream } from './upstream/upstream.ts';

/** Where a newer baseline may be. */
export interface Mirror {
  readonly upstream: Pick<Upstream, 'json'>;
  /** The document's address. */
  readonly url: string;
  readonly now: () => Instant;
  readonly say: (line: string) => void;
}

/** The newest baseline that is known. */
export interface LiveBaseline {
  readonly current: () => Baseline;
  /** Looks whether there is a newer one. Never rejects: what does not come, or is wrong, or is no newer, changes nothing. */
  readonly refresh: () => Promise<void>;
}

/** Longer than this nobody waits for a mirror, in milliseconds. */
const ANSWER_WITHIN_MS = 30_000;

/** A baseline that starts as the bundled one and becomes what a mirror has, if that is newer. */
export function liveBaseline(bundled: Baseline, { upstream, url, now, say }: Mirror): LiveBaseline {
  let current = bundled;
  const newerOne = async (): Promise<Baseline | undefined> => {
    const json = await upstream.json({ url }, AbortSignal.timeout(ANSWER_WITHIN_MS));
    const read = v.safeParse(baselineSchema, json);
    if (!read.success) throw new SourceFailure('unreadable');
    return isNewer(read.output, current, now()) ? read.output : undefined;
  };
  return {
    current: () => current,
    refresh: async () => {
      try {
        const found = await newerOne();
        if (found === undefined) return;
        current = found;
        say(`The list of newest versions is of ${found.asOf} now.`);
      } catch (error) {
        const why = error instanceof SourceFailure ? error.fault : 'timeout';
        say(`No newer list of newest versions: ${url} failed (${why}). The one of ${current.asOf} still holds.`);
      }
    },
  };
}

/** A list of the future would be `clock-wrong` to everybody. */
const isNewer = ({ asOf }: Baseline, current: Baseline, now: Instant): boolean =>
  asOf > current.asOf && asOf <= later(now, DAY).slice(0, 10);

/** Looks for a newer baseline at once, and again and again. @returns ends it */
export function followBaseline({ refresh }: LiveBaseline, everyHours: number): () => void {
  void refresh();
  const timer = setInterval(() => void refresh(), everyHours * 3_600_000).unref();
  return () => clearInterval(timer);
}
