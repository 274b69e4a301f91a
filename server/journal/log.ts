import { type DestinationStream, type Logger, pino } from 'pino';
import { instant } from '../../src/posture/instant.ts';
import { harmlessError } from './harmless-error.ts';
import type { Journal, SourceEvent } from './journal.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** Writes JSON lines with what `Journal` knows, and with nothing else: no host name, process, address or person. */
export function createLog(level: LogLevel, destination: DestinationStream): Journal {
  const log = pino(
    {
      level,
      base: null,
      // As pino's own `isoTime`, which writes the same date anew for every line of a millisecond.
      timestamp: () => `,"time":"${instant(Date.now())}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return { ...ofRequests(log), ...ofSources(log), ...ofTheRest(log) };
}

/** Asked every few seconds by machines, and of interest only when the answer is no. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

const ofRequests = (log: Logger): Pick<Journal, 'answered' | 'failed' | 'refused'> => ({
  answered: ({ id, method, route, status, ms }) => {
    const line = { requestId: id, method, route, status, ms: Math.round(ms * 10) / 10 };
    if (PROBES.has(route) && status === 200) log.debug(line, 'answered');
    else log.info(line, 'answered');
  },
  failed: (error, requestId) => log.error({ requestId, ...harmlessError(error) }, 'failed'),
  refused: () => undefined,
});

/** A line when a source is another than before: one that is down for a morning is not worth a line for each person who asks. */
function ofSources(log: Logger): Pick<Journal, SourceEvent> {
  const last = new Map<string, string>();
  return {
    asked: ({ source, way, outcome, ms }) => {
      const key = `${source} ${way}`;
      const before = last.get(key) ?? 'answered';
      last.set(key, outcome);
      const line = { source, way, outcome, ms: Math.round(ms) };
      if (before === outcome) log.debug(line, 'asked');
      else if (outcome === 'answered') log.info(line, 'source answers again');
      else log.warn(line, 'source failed');
    },
    found: () => undefined,
    reconnected: () => last.clear(),
    waited: (source, ms) => log.debug({ source, ms: Math.round(ms) }, 'waited for the quota'),
    broke: (source, way, isBroken) =>
      log.warn({ source, way }, isBroken ? 'source is left alone' : 'source is asked again'),
  };
}

const ofTheRest = (log: Logger): Pick<Journal, 'reloaded' | 'said'> => ({
  reloaded: () => undefined,
  said: (line) => log.info(line),
});
