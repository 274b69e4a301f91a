import type { Baseline } from '../../src/posture/baseline.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import type { Instant } from '../../src/posture/instant.ts';
import { type AskSources, createAskSources } from '../asking/ask-sources.ts';
import { connectReplicas, type Replicas } from '../asking/replicas.ts';
import type { Company, Terms } from '../company.ts';
import type { Configuration } from '../config/configuration.ts';
import { connectSources } from '../config/connect-sources.ts';
import { policyTerms } from '../config/policy-terms.ts';
import { MissingSecret, secretsFrom } from '../config/secrets.ts';
import { toolsFor } from '../config/tools.ts';
import { ledgerInMemory, ledgerOfReplicas, type SessionLedger } from '../identity/session-ledger.ts';
import type { Journal } from '../journal/journal.ts';
import { type Limits, limitsOf } from '../limits.ts';
import type { Health, Standing } from '../monitoring.ts';
import type { Configured } from './configured.ts';
import { peopleOf } from './people-of.ts';
import { requestsPerMinute } from './serve-settings.ts';

const SHORTEST_KEY = 32;

export interface Outside {
  readonly now: () => Instant;
  readonly environment: NodeJS.ProcessEnv;
  readonly fetch: typeof fetch;
  readonly baseline?: () => Baseline;
  readonly journal?: Journal;
}

/** The sources of a company as they are asked, until they are left alone. */
export interface Asking {
  readonly askSources: AskSources;
  /** The other replicas of the gateway, where there are some. */
  readonly replicas?: Replicas | undefined;
  readonly limits: Limits;
  /** How its sources and Redis stand, as far as they were asked. */
  readonly standing: (of: (source: string) => Standing) => Omit<Health, 'isReady'>;
  /** Ends what goes on behind the answers: inventories that are read, and the connection to other replicas. */
  readonly stop: () => void;
}

/** A company with what goes on behind its answers. */
export interface RunningCompany {
  readonly company: Company;
  readonly asking: Asking;
  /** The sessions of those who have signed in. */
  readonly ledger: SessionLedger;
}

/**
 * The company that a configuration describes.
 * @param before what goes on of a company that was served until now: sources that are set up as this configuration says already, with
 * what they remember, and sessions
 * @throws MissingSecret
 */
export async function companyOf(
  { configuration, words }: Pick<Configured, 'configuration' | 'words'>,
  outside: Outside,
  before: { readonly asking?: Asking | undefined; readonly ledger?: SessionLedger } = {},
): Promise<RunningCompany> {
  const key = await keyOf(configuration, outside);
  const terms = termsOf({ configuration, words }, outside.baseline);
  const { now, fetch, environment } = outside;
  const asking = before.asking ?? (await askingOf(configuration, key, outside));
  const { askSources, limits, replicas } = asking;
  const ledger = replicas ? ledgerOfReplicas(replicas, key) : (before.ledger ?? ledgerInMemory());
  const { groups } = terms();
  const secret = secretsFrom(environment);
  const people = await peopleOf(configuration.identity, { now, fetch, secret, key, ledger, groups });
  return { company: { terms, ...people, askSources, limits, key }, asking, ledger };
}

async function keyOf({ key: reference }: Configuration, { environment }: Outside): Promise<Uint8Array> {
  const key = Buffer.from(await secretsFrom(environment)(reference), 'utf8');
  if (key.length < SHORTEST_KEY) throw new MissingSecret(`The key is shorter than ${SHORTEST_KEY} characters`);
  return key;
}

async function askingOf(configuration: Configuration, key: Uint8Array, outside: Outside): Promise<Asking> {
  const { now, environment, fetch, journal } = outside;
  const url = environment['REDIS_URL'];
  const replicas = url ? await connectReplicas(url, key) : undefined;
  const tools = toolsFor({ now, secret: secretsFrom(environment), fetch });
  const sources = connectSources(configuration.sources, { toolsFor: tools, replicas, journal });
  const ending = new AbortController();
  const { people } = configuration;
  return {
    replicas,
    askSources: createAskSources(sources, { now, people, replicas, journal, signal: ending.signal }),
    limits: limitsOf(replicas, requestsPerMinute(environment)),
    standing: (of) => ({
      sources: Object.fromEntries(sources.map(({ id }) => [id, of(id)])),
      ...(replicas && { redis: replicas.isAnswering() ? 'ok' : 'failing' }),
    }),
    stop: () => {
      ending.abort();
      replicas?.close();
    },
  };
}

/** The same object as long as nothing has changed, so that what was made of it need not be made again. */
function termsOf(
  { configuration, words }: Pick<Configured, 'configuration' | 'words'>,
  baseline: () => Baseline = () => bundledBaseline,
): () => Terms {
  const { organization, policy, identity } = configuration;
  const fixed = {
    organization: { ...organization, sample: false },
    ...policyTerms(policy),
    words,
    // What a proxy vouches for, the gateway exchanges for tokens of its own: to an extension it is the same.
    signIn: { mode: identity.mode === 'proxy' ? 'gateway' : identity.mode } as const,
  };
  let terms: Terms = { ...fixed, baseline: baseline() };
  return () => {
    const current = baseline();
    if (terms.baseline !== current) terms = { ...fixed, baseline: current };
    return terms;
  };
}
