import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import type { Company } from '../company.ts';
import { filesIn } from '../config/company-words.ts';
import { MissingSecret } from '../config/secrets.ts';
import { watchFiles } from '../config/watch-files.ts';
import { followBaseline, liveBaseline } from '../live-baseline.ts';
import { forAPerson } from '../upstream/calm.ts';
import { createUpstream } from '../upstream/upstream.ts';
import { companyOf, type Outside, type RunningCompany } from './company-of.ts';
import { type Configured, configurationIn, Refusal } from './configured.ts';

/** A company whose configuration may change while it is served. */
export interface LiveCompany {
  readonly company: Company;
  readonly standing: RunningCompany['asking']['standing'];
  readonly stop: () => void;
}

/**
 * The company that a file describes, as the file describes it now. A file that is wrong changes nothing: what was right last holds,
 * and `say` is told why, as it is told of every change.
 * @throws Refusal, MissingSecret when the file is wrong at the start
 */
export async function liveCompany(
  file: string,
  outside: Outside,
  say: (line: string) => void,
  lookEveryMs?: number,
): Promise<LiveCompany> {
  let configured = await configurationIn(file);
  const { current, stop: stopMirror } = mirrored(configured, outside, say);
  const around = { ...outside, baseline: current };
  let running = await companyOf(configured, around);
  const { key } = running.company;
  const reload = async () => {
    try {
      const next = await configurationIn(file);
      running = await renewed(running, configured, next, around);
      if (!Buffer.from(key).equals(running.company.key))
        say(`${file}: the key is another one. It counts after a restart.`);
      if (!isSame(configured.configuration.baseline, next.configuration.baseline))
        say(`${file}: the baseline's mirror is another one. It counts after a restart.`);
      configured = next;
      outside.journal?.reloaded(true);
      say(`${file} has changed and is used now.`);
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof MissingSecret)) throw error;
      outside.journal?.reloaded(false);
      say(`${file} has changed and is wrong. What it said before still holds.\n${error.message}`);
    }
  };
  const files = () => [file, ...filesIn(configured.configuration, file)];
  const stopWatching = watchFiles(files, reload, lookEveryMs);
  return {
    company: {
      terms: () => running.company.terms(),
      identify: (request) => running.company.identify(request),
      signIn: () => running.company.signIn?.(),
      askSources: (email) => running.company.askSources(email),
      // Everything that was sealed is named by it, here and in every extension.
      limits: {
        ofPerson: (email) => running.asking.limits.ofPerson(email),
        ofStrangers: () => running.asking.limits.ofStrangers(),
      },
      key,
    },
    standing: (of) => running.asking.standing(of),
    stop: () => {
      stopWatching();
      stopMirror();
      running.asking.stop();
    },
  };
}

/** The bundled baseline, or a newer one of the company's mirror. */
function mirrored({ configuration }: Configured, { now, fetch }: Outside, say: (line: string) => void) {
  const { baseline } = configuration;
  if (baseline === undefined) return { current: () => bundledBaseline, stop: () => undefined };
  const { url, refreshHours } = baseline;
  const upstream = createUpstream({ baseUrl: new URL('.', url).href, fetch, manners: forAPerson });
  const live = liveBaseline(bundledBaseline, { upstream, url, now, say });
  return { current: live.current, stop: followBaseline(live, refreshHours) };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Sources that are set up as before go on as they are, with what they remember; others are left alone. */
async function renewed(
  { asking, ledger }: RunningCompany,
  { configuration: before }: Configured,
  next: Configured,
  outside: Outside,
): Promise<RunningCompany> {
  const { sources, people } = next.configuration;
  const isAskedAlike = isSame([before.sources, before.people], [sources, people]);
  const renewed = await companyOf(next, outside, { asking: isAskedAlike ? asking : undefined, ledger });
  if (!isAskedAlike) {
    asking.stop();
    outside.journal?.reconnected();
  }
  return renewed;
}
