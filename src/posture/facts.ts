import * as v from 'valibot';
import { looseSettingSchema, settingSchema } from './browser-setting.ts';
import { count, day, type FactDefinition, fact, inParts, text, time } from './fact.ts';
import { latest } from './instant.ts';

const onOff = v.picklist(['on', 'off']);
const version = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const WEEK = 7 * 24;

/** The engine of a browser and its version; `engineMajor` is the Chromium major inside a browser with numbers of its own. */
const browser = v.object({
  name: v.picklist(['chrome', 'edge', 'firefox', 'brave', 'opera', 'vivaldi', 'chromium', 'other']),
  version,
  engineMajor: v.optional(count),
});

const programs = v.array(v.object({ name: text, state: v.picklist(['running', 'stopped', 'outdated']) }));

const protection = v.picklist(['on', 'reduced', 'off', 'unsupported']);
const protections = v.pipe(
  v.object({
    sip: v.exactOptional(protection),
    gatekeeper: v.exactOptional(protection),
    secureBoot: v.exactOptional(protection),
  }),
  v.check((parts) => Object.keys(parts).length > 0, 'No part is told'),
);

const checks = v.array(
  v.object({ id: text, title: text, result: v.picklist(['pass', 'fail']), text: v.optional(text) }),
);

/**
 * Every fact by name: the schema of its value and its maximum age. States, not booleans, so that a new state breaks the build
 * where it must be handled.
 */
export const facts = {
  /** Of the boot volume only. */
  diskEncryption: fact(v.picklist(['on', 'encrypting', 'suspended', 'off']), WEEK),
  firewall: fact(onOff, WEEK),
  automaticUpdates: fact(v.picklist(['on', 'partly', 'off']), WEEK),
  /** A password, PIN or pattern is asked for. */
  screenLock: fact(onOff, WEEK),
  /** Seconds without use until the device locks; 0 is never. */
  screenLockAfterSeconds: fact(count, WEEK, 24),
  /** `intact` only where the source has really looked. */
  deviceIntegrity: fact(v.picklist(['intact', 'jailbroken', 'rooted', 'developer-mode']), WEEK),
  /** SSH or Remote Desktop accept connections. */
  remoteLogin: fact(onOff, WEEK),
  /** An empty list is told only by a collector that ran. Of one program the latest word counts. */
  endpointProtection: inParts(fact(programs, 3 * 24), (last, others) =>
    [last, ...others].flatMap((list, i, all) => list.filter(({ name }) => !isNamed(name, all.slice(0, i).flat()))),
  ),
  /** Of each part the latest word counts. Who knows of no part says nothing. */
  systemProtection: inParts(fact(protections, 30 * 24), (last, others) =>
    others.reduce((known, more) => Object.assign({}, more, known), last),
  ),
  /** As the source writes it; `os-version.ts` reads it. */
  osVersion: fact(version, WEEK, 24),
  /** With the update revision (`10.0.26200.9711`) or the vendor's build name (`25G83`). */
  osBuild: fact(version, WEEK, 24),
  /** Android's security patch level. */
  osPatchedAt: fact(day, WEEK),
  pendingUpdates: fact(v.object({ count, security: v.optional(count), oldestAt: v.optional(time) }), 3 * 24),
  unknownSources: fact(onOff, WEEK),
  usbDebugging: fact(onOff, WEEK),
  /** When a source last heard from the device. Made of the sightings of the device when it is judged. */
  lastContactAt: inParts(fact(time, Number.POSITIVE_INFINITY), (last, others) => latest(last, ...others) ?? last),
  /** Of a company's own checks that no other fact covers; each source has its own. Where none has finished, nothing is said. */
  companyChecks: inParts(fact(v.pipe(checks, v.minLength(1)), WEEK), (last, others) => [last, ...others].flat()),

  // Of this browser profile: observed by this extension, and never sent anywhere.
  browserVersion: fact(browser, 24, 24),
  /** Warnings before pages and downloads that are known to be harmful. */
  safeBrowsing: fact(settingSchema(['on', 'off']), 24, 24),
  /** In which windows the browser warns before it opens a page without encryption. */
  httpsOnly: fact(looseSettingSchema(['always', 'private-windows', 'never']), 24, 24),
  /** In which windows the browser blocks what is known to track people. No practice judges it. */
  trackingProtection: fact(settingSchema(['always', 'private-windows', 'never']), 24, 24),
  /**
   * The other extensions, with no more than what their judgement needs. `wide`: may read every page, and has a permission that
   * makes this worse.
   */
  extensions: fact(
    v.array(
      v.object({
        id: text,
        name: text,
        state: onOff,
        installed: v.picklist(['by-policy', 'by-person', 'sideloaded', 'unpacked', 'other']),
        reach: v.picklist(['wide', 'ordinary']),
      }),
    ),
    24,
    24,
  ),
  /** Whether a fingerprint, a face or a PIN is set up that the browser can ask for. */
  passkey: fact(v.picklist(['ready', 'not-set-up']), 30 * 24, 30 * 24),
  /** This extension itself. */
  toolbar: fact(
    v.object({
      /** How it came into the browser. */
      installed: v.picklist(['by-policy', 'by-person', 'unpacked', 'other']),
      /** Whether its icon can be seen. */
      pinned: v.picklist(['yes', 'no', 'cannot-know']),
      /** `waiting`: a newer one starts with the browser. `too-old`: the company's gateway asks for a newer one. */
      release: v.picklist(['current', 'waiting', 'too-old']),
      /** When the company's gateway last answered; null when it never has, absent when none is set or nobody is signed in there. */
      answeredAt: v.optional(v.nullable(time)),
    }),
    24,
    24,
  ),
} as const;

const isNamed = (name: string, list: readonly { readonly name: string }[]): boolean =>
  list.some((other) => other.name.toLowerCase() === name.toLowerCase());

export type FactId = keyof typeof facts;

/** The value of a fact. */
export type FactValue<Id extends FactId> = v.InferOutput<(typeof facts)[Id]['value']>;

/** A value from outside as its fact's schema reads it; undefined where that fails. */
export function readFact<Id extends FactId>(id: Id, value: unknown): FactValue<Id> | undefined {
  const read = v.safeParse(facts[id].value, value);
  return read.success ? (read.output as FactValue<Id>) : undefined;
}

/** The definition of a fact whose name is not known before run time: its values are only handed on. */
export const factOf = (id: FactId): FactDefinition<v.GenericSchema<unknown, FactValue<FactId>>> =>
  facts[id] as unknown as FactDefinition<v.GenericSchema<unknown, FactValue<FactId>>>;

export const factIds = Object.keys(facts) as readonly FactId[];

export const isFactId = (name: string): name is FactId => Object.hasOwn(facts, name);
