import * as v from 'valibot';

/** Strings from outside are cut at this many characters (wire rule 14). */
export const TEXT_LIMIT = 300;

export const text = v.pipe(
  v.string(),
  v.transform((value) => value.slice(0, TEXT_LIMIT)),
);

const onOff = v.picklist(['on', 'off']);
const version = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const date = v.pipe(v.string(), v.isoDate());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const WEEK = 7 * 24;

interface FactDefinition<Schema extends v.GenericSchema> {
  readonly value: Schema;
  /** How long a statement about this fact can be relied on, in hours. */
  readonly maxAgeHours: number;
  /** The same for what this browser observes of itself; the browser is asked anew at every check. */
  readonly browserMaxAgeHours?: number;
}

const fact = <Schema extends v.GenericSchema>(
  value: Schema,
  maxAgeHours: number,
  browserMaxAgeHours?: number,
): FactDefinition<Schema> =>
  browserMaxAgeHours === undefined ? { value, maxAgeHours } : { value, maxAgeHours, browserMaxAgeHours };

/** The engine of a browser and its version; `engineMajor` is the Chromium major inside a browser with numbers of its own. */
const browser = v.object({
  name: v.picklist(['chrome', 'edge', 'firefox', 'brave', 'opera', 'vivaldi', 'chromium', 'other']),
  version,
  engineMajor: v.optional(count),
});

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
  /** An empty list is told only by a collector that ran. */
  endpointProtection: fact(
    v.array(v.object({ name: text, state: v.picklist(['running', 'stopped', 'outdated']) })),
    3 * 24,
  ),
  systemProtection: fact(
    v.partial(
      v.object({
        sip: v.picklist(['on', 'reduced', 'off', 'unsupported']),
        gatekeeper: v.picklist(['on', 'reduced', 'off', 'unsupported']),
        secureBoot: v.picklist(['on', 'reduced', 'off', 'unsupported']),
      }),
    ),
    30 * 24,
  ),
  /** As the source writes it; `os-version.ts` reads it. */
  osVersion: fact(version, WEEK, 24),
  /** With the update revision (`10.0.26200.9711`) or the vendor's build name (`25G83`). */
  osBuild: fact(version, WEEK, 24),
  /** Android's security patch level. */
  osPatchedAt: fact(date, WEEK),
  pendingUpdates: fact(v.object({ count, security: v.optional(count), oldestAt: v.optional(v.string()) }), 3 * 24),
  unknownSources: fact(onOff, WEEK),
  usbDebugging: fact(onOff, WEEK),
  browserVersion: fact(browser, 24, 24),
  /** How this extension came into the browser, and whether its icon can be seen. */
  toolbar: fact(
    v.object({
      installed: v.picklist(['by-policy', 'by-person', 'unpacked', 'other']),
      pinned: v.picklist(['yes', 'no', 'cannot-know']),
    }),
    24,
    24,
  ),
  companyChecks: fact(
    v.array(v.object({ id: text, title: text, result: v.picklist(['pass', 'fail']), text: v.optional(text) })),
    WEEK,
  ),
} as const;

export type FactId = keyof typeof facts;

/** The value of a fact. */
export type FactValue<Id extends FactId> = v.InferOutput<(typeof facts)[Id]['value']>;

export const factIds = Object.keys(facts) as readonly FactId[];

export const isFactId = (name: string): name is FactId => Object.hasOwn(facts, name);
