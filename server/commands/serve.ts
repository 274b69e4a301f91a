import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { destination } from 'pino';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { epochMs, instant } from '../../src/posture/instant.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import { type Journal, toAll } from '../journal/journal.ts';
import { collectLines } from '../journal/lines.ts';
import { createLog } from '../journal/log.ts';
import { createMetrics, type Metrics } from '../journal/metrics.ts';
import { createStandings } from '../journal/standings.ts';
import { createMonitoring, type Health, type Monitored } from '../monitoring.ts';
import { type Listening, listenWith } from '../running/listening.ts';
import { samplePeople } from '../sample/index.ts';
import { Refusal } from './configured.ts';
import { type LiveCompany, liveCompany } from './live-company.ts';
import { outwardFetch } from './outward-fetch.ts';
import { type ServeSettings, serveSettings } from './serve-settings.ts';

const now = () => instant(Date.now());

/** The last answers have this time to go out, in milliseconds: the eight seconds that one may take, and some to write it. */
const LAST_ANSWERS_MS = 10_000;

/** Serves the company that a configuration file describes, or the sample people without one, until a signal ends it. */
export async function serve([file]: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = serveSettings(environment);
  const lines = collectLines(destination({ dest: 1, sync: false }));
  const metrics = createMetrics();
  const standings = createStandings();
  const journal = toAll(createLog(settings.logLevel, lines), metrics, standings);
  endOnFault(journal, () => lines.flushSync());

  const outside = { now, environment, fetch: outwardFetch(environment), journal };
  const live = file === undefined ? undefined : await liveCompany(file, outside, journal.said);
  const stage = { isReady: true };
  const health = (): Health => ({ ...stage, sources: {}, ...live?.standing(standings.of) });
  watchAll(metrics, health, live);
  const gateway = createGateway({
    now,
    baseline: bundledBaseline,
    serves: live?.company ?? samplePeople,
    requestId: randomUUID,
    journal,
    // How people fare who do not exist, anybody may see.
    monitored: { health, metrics: live === undefined ? metrics : undefined },
  });
  try {
    const listening = await listenAll(gateway, { health, metrics }, settings);
    const toldToStop = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    journal.said(`Stethoscope gateway on ${originOf(settings.host, listening[0].port)} (${described(live)})`);
    await toldToStop;
    journal.said('Stopping: no new requests, please.');
    stage.isReady = false;
    await leave(listening, settings.drainMs);
  } finally {
    live?.stop();
    lines.flushSync();
  }
  process.exit(0);
}

/** The gateway's own socket first. @throws Refusal */
async function listenAll(
  gateway: Gateway,
  monitored: Monitored,
  { host, port, metricsPort }: ServeSettings,
): Promise<readonly [Listening, ...Listening[]]> {
  const first = await listenOn(gateway, host, port, 'PORT');
  if (metricsPort === undefined) return [first];
  const monitoring = { ...gateway, ...createMonitoring(monitored) };
  try {
    return [first, await listenOn(monitoring, host, metricsPort, 'METRICS_PORT')];
  } catch (error) {
    await first.stop(0);
    throw error;
  }
}

const listenOn = (gateway: Gateway, host: string, port: number, variable: string): Promise<Listening> =>
  listenWith(gateway, { host, port }).catch(({ code, message }: NodeJS.ErrnoException) => {
    throw new Refusal(
      code === 'EADDRINUSE'
        ? `Port ${port} of ${host} is in use. Choose another with ${variable}.`
        : `The gateway cannot listen on port ${port} of ${host}: ${code ?? message}`,
    );
  });

/** Monitoring is answered to the end. */
async function leave([first, ...others]: readonly [Listening, ...Listening[]], drainMs: number): Promise<void> {
  first.leave();
  await pause(drainMs);
  await first.stop(LAST_ANSWERS_MS);
  for (const other of others) await other.stop(0);
}

/** What nobody foresaw ends the process, as Node does it, but writes down nothing of anybody. */
function endOnFault(journal: Journal, flush: () => void): void {
  process.once('uncaughtException', (error) => {
    journal.failed(error);
    flush();
    process.exit(1);
  });
}

function watchAll(metrics: Metrics, health: () => Health, live: LiveCompany | undefined): void {
  metrics.watch('ready', '1 while requests should come here', () => Number(health().isReady));
  metrics.watch('redis_up', '1 while Redis answers', () => Number(health().redis === 'ok'));
  metrics.watch(
    'baseline_as_of_timestamp_seconds',
    'The day to which the newest versions are known',
    () => epochMs((live?.company.terms().baseline ?? bundledBaseline).asOf) / 1000,
  );
}

const originOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

const described = (live: LiveCompany | undefined): string =>
  live === undefined
    ? `sample people: ${samplePeople.map(({ id }) => id).join(', ')}; no management system is connected`
    : live.company.terms().organization.name;
