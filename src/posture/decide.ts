import * as v from 'valibot';
import { maxAge } from './age.ts';
import type { Device } from './device.ts';
import { type FactId, type FactValue, factOf } from './facts.ts';
import { epochMs, type Instant, instant, MINUTE } from './instant.ts';
import { foremost, type Reason } from './reason.ts';
import type { Signal } from './signal.ts';
import { isFailing, PLATFORM, type SourceReport } from './source.ts';

/** How far ahead of now a signal may lie before its source's clock is called wrong (wire rule 3). */
const CLOCK_TOLERANCE = 5 * MINUTE;

/** Signals that are closer together than this say different things at the same time (wire rule 3). */
const SAME_TIME = 60 * MINUTE;

/** A signal and its value as its fact's schema reads it. */
interface Statement {
  readonly signal: Signal;
  readonly value: FactValue<FactId>;
}

/** What the signals of one fact of one device come to. */
export type Decision =
  | {
      readonly known: true;
      readonly fact: FactId;
      readonly value: FactValue<FactId>;
      /** The signal that decided; those of several sources where each sees another part of the fact. */
      readonly signals: readonly Signal[];
      /** Signals of the same time, each with the value if it decided instead: if one rates differently, nothing is decided. */
      readonly rivals: readonly Statement[];
      /** Signals within their age that did not decide. */
      readonly alsoSaid: readonly Signal[];
      /** When the first signal that decided is too old to rest on, in milliseconds; infinite for what does not age. */
      readonly validUntilMs: number;
    }
  | {
      readonly known: false;
      readonly reason: Reason;
      readonly blamed: readonly string[];
      readonly said: readonly Signal[];
    };

export interface Evidence {
  readonly device: Pick<Device, 'platform' | 'signals' | 'gaps'>;
  readonly sources: readonly SourceReport[];
  readonly now: Instant;
  /** Why nobody speaks of a fact that no source covers. */
  readonly unheard: Extract<Reason, 'not-covered' | 'no-endpoint' | 'not-checked-yet' | 'signed-out'>;
  /** The policy's maximum age for the practice that asks, in hours; the fact's own where it is absent. */
  readonly maxAgeHours?: number | undefined;
}

/** A signal with its moment as a number, which is read once: a check looks at thousands. */
interface Dated {
  readonly signal: Signal;
  readonly ms: number;
}

/** Latest first; ties are broken by source and value, so that the order of arrival decides nothing. */
const byRecency = (a: Dated, b: Dated): number =>
  b.ms - a.ms ||
  compare(a.signal.source, b.signal.source) ||
  compare(JSON.stringify(a.signal.value), JSON.stringify(b.signal.value));

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

const signalOf = ({ signal }: Dated): Signal => signal;

/** What was said about a fact, latest first, and each thing once. */
const saidOf = (fact: FactId, signals: readonly Signal[]): readonly Dated[] =>
  signals
    .filter((signal) => signal.fact === fact)
    .map((signal) => ({ signal, ms: epochMs(signal.observedAt) }))
    .toSorted(byRecency)
    .filter((one, i, all) => i === 0 || byRecency(one, all[i - 1] ?? one) !== 0);

/** Decides one fact of one device out of all that was said about it: wire rules 3 and 5. */
export function decide(fact: FactId, evidence: Evidence): Decision {
  const { device, now, maxAgeHours } = evidence;
  const dated = saidOf(fact, device.signals);
  if (dated.length === 0) return silence(fact, evidence);

  const nowMs = epochMs(now);
  const said = dated.map(signalOf);
  const ahead = dated.filter(({ ms }) => ms - nowMs > CLOCK_TOLERANCE);
  if (ahead.length > 0) return { known: false, reason: 'clock-wrong', blamed: sourcesOf(ahead.map(signalOf)), said };

  const fresh = dated.filter(({ signal, ms }) => nowMs - ms < maxAge(signal, maxAgeHours));
  return fresh.length === 0 ? tooOld(said, evidence) : decideAmong(fact, fresh, said, maxAgeHours);
}

/** Decides by what is neither too old nor ahead of now: at least one statement, latest first. */
function decideAmong(
  fact: FactId,
  fresh: readonly Dated[],
  said: readonly Signal[],
  maxAgeHours: number | undefined,
): Decision {
  const { combine } = factOf(fact);
  const decisive = combine === undefined ? fresh.slice(0, 1) : fresh.filter(isLatestOfItsSource);
  const parts = readable(decisive);
  const [first, ...others] = parts;
  if (first === undefined || parts.length < decisive.length) {
    const unread = decisive.map(signalOf).filter((signal) => !isAmong(signal, parts));
    return { known: false, reason: 'value-not-understood', blamed: sourcesOf(unread), said };
  }
  const led = ({ signal, value }: Statement): FactValue<FactId> =>
    combine?.(value, valuesOf(parts.filter((part) => part.signal !== signal))) ?? value;
  const isRival = ({ ms }: Dated) => first.ms - ms <= SAME_TIME;
  const rivals = combine === undefined ? readable(fresh.slice(1).filter(isRival)) : others.filter(isRival);
  return {
    known: true,
    fact,
    value: led(first),
    signals: decisive.map(signalOf),
    rivals: rivals.map((rival) => ({ signal: rival.signal, value: led(rival) })),
    alsoSaid: fresh.filter((one) => !decisive.includes(one)).map(signalOf),
    validUntilMs: Math.min(...decisive.map(({ signal, ms }) => ms + maxAge(signal, maxAgeHours))),
  };
}

const isAmong = (signal: Signal, statements: readonly Statement[]): boolean =>
  statements.some((statement) => statement.signal === signal);

const isLatestOfItsSource = ({ signal, ms }: Dated, _: number, all: readonly Dated[]): boolean =>
  !all.some((other) => other.signal.source === signal.source && other.ms > ms);

const readable = (said: readonly Dated[]): readonly (Statement & Dated)[] =>
  said.flatMap(({ signal, ms }) => {
    const read = v.safeParse(factOf(signal.fact).value, signal.value);
    return read.success ? [{ signal, ms, value: read.output }] : [];
  });

const valuesOf = (statements: readonly Statement[]) => statements.map(({ value }) => value);

const sourcesOf = (signals: readonly Signal[]): readonly string[] => [...new Set(signals.map(({ source }) => source))];

/** Everything said is too old; when one of those who said it is failing now, that is the better explanation. */
function tooOld(said: readonly Signal[], { sources }: Evidence): Decision {
  const failing = sourcesOf(said).filter((id) => sources.some((source) => source.id === id && isFailing(source)));
  return failing.length > 0
    ? { known: false, reason: 'source-failed', blamed: failing, said }
    : { known: false, reason: 'stale', blamed: sourcesOf(said), said };
}

/** Nobody said anything: was a source asked, did it fail, or can none of them know? */
function silence(fact: FactId, { device, sources, unheard }: Evidence): Decision {
  const covering = sources.filter((source) => source.covers[device.platform]?.includes(fact));
  const failing = covering.filter(isFailing).map(({ id }) => id);
  const answering = covering.filter((source) => !isFailing(source)).map(({ id }) => id);
  const gaps = (device.gaps ?? []).filter((gap) => gap.fact === fact);

  const found = new Map<Reason, readonly string[]>(gaps.map((gap) => [gap.reason, [gap.source]]));
  if (failing.length > 0) found.set('source-failed', failing);
  else if (answering.length > 0) found.set('not-reported', answering);
  else if (found.size === 0) found.set(unheard, []);

  const reason = foremost([...found.keys()]) ?? unheard;
  return { known: false, reason, blamed: found.get(reason) ?? [], said: [] };
}

/** The facts that hold on every device of a platform, stated by the platform itself. */
export const platformSignals = (platform: Device['platform'], now: Instant): readonly Signal[] =>
  // https://support.google.com/chromebook/answer/3438631: a Chromebook encrypts each person's files, and it cannot be switched off.
  platform === 'chromeos'
    ? [{ fact: 'diskEncryption', value: 'on', source: PLATFORM, observedAt: instant(epochMs(now)) }]
    : [];
