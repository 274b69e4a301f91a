import * as v from 'valibot';
import type { Device } from './device.ts';
import { type FactId, type FactValue, factOf } from './facts.ts';
import { earliest, elapsed, epochMs, HOUR, type Instant, instant, isAfter, later, MINUTE } from './instant.ts';
import { foremost, type Reason } from './reason.ts';
import type { Signal } from './signal.ts';
import { BROWSER, isFailing, PLATFORM, type SourceReport } from './source.ts';

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
      /** Undefined for what does not age. */
      readonly validUntil: Instant | undefined;
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

/** How long a signal can be relied on, in milliseconds; infinite for what does not age, whatever the policy says. */
const maxAge = (signal: Signal, maxAgeHours: number | undefined): number => {
  const { browserMaxAgeHours, maxAgeHours: ownHours } = factOf(signal.fact);
  if (!Number.isFinite(ownHours)) return ownHours;
  return ((signal.source === BROWSER ? browserMaxAgeHours : maxAgeHours) ?? ownHours) * HOUR;
};

/** When a signal is too old to rest on; undefined when it never is. */
const expiry = (signal: Signal, maxAgeHours: number | undefined): Instant | undefined => {
  const age = maxAge(signal, maxAgeHours);
  return Number.isFinite(age) ? later(signal.observedAt, age) : undefined;
};

/** Whether a signal can still be relied on, as far as its fact alone says. */
export const isFresh = (signal: Signal, now: Instant): boolean =>
  elapsed(signal.observedAt, now) < maxAge(signal, undefined);

/** Latest first; ties are broken by source and value, so that the order of arrival decides nothing. */
const byRecency = (a: Signal, b: Signal): number =>
  epochMs(b.observedAt) - epochMs(a.observedAt) ||
  compare(a.source, b.source) ||
  compare(JSON.stringify(a.value), JSON.stringify(b.value));

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

const sameSignal = (a: Signal, b: Signal): boolean => byRecency(a, b) === 0;

/** Decides one fact of one device out of all that was said about it: wire rules 3 and 5. */
export function decide(fact: FactId, evidence: Evidence): Decision {
  const { device, now, maxAgeHours } = evidence;
  const said = device.signals
    .filter((signal) => signal.fact === fact)
    .toSorted(byRecency)
    .filter((signal, i, all) => i === 0 || !sameSignal(signal, all[i - 1] ?? signal));
  const [last] = said;
  if (last === undefined) return silence(fact, evidence);

  const ahead = said.filter((signal) => elapsed(now, signal.observedAt) > CLOCK_TOLERANCE);
  if (ahead.length > 0) return { known: false, reason: 'clock-wrong', blamed: sourcesOf(ahead), said };

  const fresh = said.filter((signal) => elapsed(signal.observedAt, now) < maxAge(signal, maxAgeHours));
  if (fresh.length === 0) return tooOld(said, evidence);

  const { combine } = factOf(fact);
  const decisive = combine === undefined ? fresh.slice(0, 1) : fresh.filter(isLatestOfItsSource);
  const parts = readable(decisive);
  const [first, ...others] = parts;
  if (first === undefined || parts.length < decisive.length) {
    const unread = decisive.filter((signal) => !parts.some((part) => part.signal === signal));
    return { known: false, reason: 'value-not-understood', blamed: sourcesOf(unread), said };
  }
  const led = ({ signal, value }: Statement): FactValue<FactId> =>
    combine?.(value, valuesOf(parts.filter((part) => part.signal !== signal))) ?? value;
  const rivals = combine === undefined ? readable(fresh.slice(1)) : others;
  return {
    known: true,
    fact,
    value: led(first),
    signals: decisive,
    rivals: rivals
      .filter(({ signal }) => elapsed(signal.observedAt, first.signal.observedAt) <= SAME_TIME)
      .map((rival) => ({ signal: rival.signal, value: led(rival) })),
    alsoSaid: fresh.filter((signal) => !decisive.includes(signal)),
    validUntil: earliest(...decisive.map((signal) => expiry(signal, maxAgeHours))),
  };
}

const isLatestOfItsSource = ({ source, observedAt }: Signal, _: number, all: readonly Signal[]): boolean =>
  !all.some((other) => other.source === source && isAfter(other.observedAt, observedAt));

const readable = (signals: readonly Signal[]): readonly Statement[] =>
  signals.flatMap((signal) => {
    const read = v.safeParse(factOf(signal.fact).value, signal.value);
    return read.success ? [{ signal, value: read.output }] : [];
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
