import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Journal, SourceEvent } from './journal.ts';

/** Counts for Prometheus. Labels are routes, statuses, and the ids that the company gave its sources: never a person. */
export interface Metrics extends Journal {
  readonly text: () => Promise<string>;
  readonly contentType: string;
  /** A number that is looked up when somebody asks. */
  readonly watch: (name: string, help: string, look: () => number) => void;
}

/** Up to the eight seconds after which an answer goes out in any case. */
const buckets = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2, 5, 8, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    ...ofRequests(registry),
    ...ofSources(registry),
    ...ofTheRest(registry),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    watch: (name, help, look) => {
      new Gauge({
        name: `stethoscope_${name}`,
        help,
        registers: [registry],
        collect() {
          this.set(look());
        },
      });
    },
  };
}

const counter = <const Label extends string>(registry: Registry, name: string, help: string, ...labelNames: Label[]) =>
  new Counter({ name: `stethoscope_${name}`, help, labelNames, registers: [registry] });

const histogram = <const Label extends string>(
  registry: Registry,
  name: string,
  help: string,
  ...labelNames: Label[]
) => new Histogram({ name: `stethoscope_${name}`, help, labelNames, buckets, registers: [registry] });

function ofRequests(registry: Registry): Pick<Journal, 'answered' | 'failed' | 'refused'> {
  const requests = tally(registry, 'requests_total', 'Answered requests', 'method', 'route', 'status');
  const durations = histogram(registry, 'request_duration_seconds', 'From question to answer', 'route');
  const failures = counter(registry, 'unexpected_errors_total', 'Faults of the gateway itself');
  const refusals = counter(registry, 'rate_limited_total', 'Requests of somebody who asked too often', 'who');
  return {
    answered: ({ method, route, status, ms }) => {
      requests(method, route, status);
      durations.observe({ route }, ms / 1000);
    },
    failed: () => failures.inc(),
    refused: (who) => refusals.inc({ who }),
  };
}

function ofSources(registry: Registry): Pick<Journal, SourceEvent> {
  const answers = counter(registry, 'source_answers_total', 'What came of asking a source', 'source', 'way', 'outcome');
  const durations = histogram(registry, 'source_answer_duration_seconds', 'How long a source took', 'source', 'way');
  const found = tally(registry, 'answers_found_total', 'Where an answer came from', 'source', 'how');
  const waits = counter(registry, 'quota_waits_total', 'Requests that waited for their turn', 'source');
  const waited = counter(registry, 'quota_wait_seconds_total', 'How long they waited', 'source');
  const broken = new Gauge({
    name: 'stethoscope_breakers_open',
    help: 'Connections to a source that are left alone for now',
    labelNames: ['source', 'way'],
    registers: [registry],
  });
  return {
    asked: ({ source, way, outcome, ms }) => {
      answers.inc({ source, way, outcome });
      durations.observe({ source, way }, ms / 1000);
    },
    found,
    waited: (source, ms) => {
      waits.inc({ source });
      waited.inc({ source }, ms / 1000);
    },
    broke: (source, way, isBroken) => broken.inc({ source, way }, isBroken ? 1 : -1),
    reconnected: () => broken.reset(),
  };
}

/** How often something was counted with these labels, and with these and further ones. */
interface Tally {
  readonly labels: readonly string[];
  readonly further: Map<string | number, Tally>;
  count: number;
}

/**
 * A counter for what is counted with every answer: for the library to find the place of some labels takes longer than to look up an
 * answer, so it is told only when somebody asks.
 */
function tally<const Labels extends readonly string[]>(
  registry: Registry,
  name: string,
  help: string,
  ...labelNames: Labels
) {
  const all: Tally = { labels: [], further: new Map(), count: 0 };
  new Counter({
    name: `stethoscope_${name}`,
    help,
    labelNames,
    registers: [registry],
    collect() {
      this.reset();
      for (const { labels, count } of talliesIn(all)) this.labels(...labels).inc(count);
    },
  });
  return (...values: { readonly [Index in keyof Labels]: string | number }): void => {
    let place = all;
    for (const value of values) place = place.further.get(value) ?? grown(place, value);
    place.count += 1;
  };
}

function grown({ labels, further }: Tally, value: string | number): Tally {
  const place: Tally = { labels: [...labels, String(value)], further: new Map(), count: 0 };
  further.set(value, place);
  return place;
}

/** All that anything was counted in. */
const talliesIn = (place: Tally): readonly Tally[] => [
  ...(place.count > 0 ? [place] : []),
  ...[...place.further.values()].flatMap(talliesIn),
];

function ofTheRest(registry: Registry): Pick<Journal, 'reloaded' | 'said'> {
  const reloads = counter(registry, 'configuration_reloads_total', 'Changes of the configuration', 'used');
  return { reloaded: (isUsed) => reloads.inc({ used: String(isUsed) }), said: () => undefined };
}
