import { type LogLevel, logLevels } from '../journal/log.ts';
import { Refusal } from './configured.ts';

/** How the gateway runs on this machine: everything that is not the company's. */
export interface ServeSettings {
  readonly host: string;
  readonly port: number;
  /** Where monitoring asks; undefined for nowhere. */
  readonly metricsPort: number | undefined;
  readonly logLevel: LogLevel;
  /** How long it still takes requests after it was told to stop, so that load balancers notice, in milliseconds. */
  readonly drainMs: number;
}

const LOOPBACK = '127.0.0.1';

/** Reads the environment. An empty variable is none. @throws Refusal */
export function serveSettings(environment: NodeJS.ProcessEnv): ServeSettings {
  const of = (name: string) => environment[name] || undefined;
  const metricsPort = of('METRICS_PORT');
  return {
    host: of('HOST') ?? LOOPBACK,
    port: numberIn('PORT', of('PORT') ?? '8787', 65_535),
    metricsPort: metricsPort === undefined ? undefined : numberIn('METRICS_PORT', metricsPort, 65_535),
    logLevel: levelIn(of('LOG_LEVEL') ?? 'info'),
    drainMs: numberIn('DRAIN_SECONDS', of('DRAIN_SECONDS') ?? '0', 60) * 1000,
  };
}

/** How often a person may ask, in a minute. @throws Refusal */
export function requestsPerMinute(environment: NodeJS.ProcessEnv): number | undefined {
  const text = environment['REQUESTS_PER_MINUTE'];
  return text ? numberIn('REQUESTS_PER_MINUTE', text, 1_000_000) : undefined;
}

function numberIn(name: string, text: string, most: number): number {
  if (/^\d{1,7}$/.test(text) && Number(text) <= most) return Number(text);
  throw new Refusal(`${name} is not a number from 0 to ${most}: ${text}`);
}

function levelIn(text: string): LogLevel {
  const level = logLevels.find((one) => one === text.toLowerCase());
  if (level === undefined) throw new Refusal(`LOG_LEVEL is none of ${logLevels.join(', ')}: ${text}`);
  return level;
}
