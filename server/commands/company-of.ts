import type { Baseline } from '../../src/posture/baseline.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import type { Instant } from '../../src/posture/instant.ts';
import { createAskSources } from '../asking/ask-sources.ts';
import type { Company } from '../company.ts';
import { connectSources } from '../config/connect-sources.ts';
import { policyTerms } from '../config/policy-terms.ts';
import { MissingSecret, secretsFrom } from '../config/secrets.ts';
import { toolsFor } from '../config/tools.ts';
import { tokenMode } from '../identity/token-mode.ts';
import type { Configured } from './configured.ts';

const SHORTEST_KEY = 32;

/** The company that a configuration describes. @throws MissingSecret */
export async function companyOf(
  { configuration, words }: Pick<Configured, 'configuration' | 'words'>,
  outside: {
    readonly now: () => Instant;
    readonly environment: NodeJS.ProcessEnv;
    readonly fetch: typeof fetch;
    readonly baseline?: () => Baseline;
  },
): Promise<Company> {
  const { now, fetch, baseline = () => bundledBaseline } = outside;
  const secret = secretsFrom(outside.environment);
  const key = Buffer.from(await secret(configuration.key), 'utf8');
  if (key.length < SHORTEST_KEY) throw new MissingSecret(`The key is shorter than ${SHORTEST_KEY} characters`);
  const sources = connectSources(configuration.sources, toolsFor({ now, secret, fetch }));
  return {
    terms: () => ({
      organization: { ...configuration.organization, sample: false },
      ...policyTerms(configuration.policy),
      words,
      baseline: baseline(),
      signIn: { mode: configuration.identity.mode },
    }),
    identify: tokenMode(configuration.identity),
    askSources: createAskSources(sources, now),
    key,
  };
}
