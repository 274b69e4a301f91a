import { missingSecrets } from '../config/missing-secrets.ts';
import { secretsFrom } from '../config/secrets.ts';
import { argumentsOf } from './arguments.ts';
import { configurationIn, refusalOf } from './configured.ts';

const usage = 'check-config stethoscope.yaml [--without-secrets]';

/**
 * Says whether a configuration file holds together, without asking anybody. `--without-secrets` is for a machine that does not
 * have them, such as the one that tests a change.
 */
export async function checkConfig(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { positionals, flags } = argumentsOf(args, { usage, positionals: 1, flags: ['without-secrets'] });
  const [file = ''] = positionals;
  const { configuration, mistakeAt } = await configurationIn(file);
  const missing = flags['without-secrets']
    ? []
    : await missingSecrets(configuration, secretsFrom(environment), mistakeAt);
  if (missing.length > 0) throw refusalOf(file, missing);
  const { organization, sources } = configuration;
  console.log(`${file} is right: ${organization.name}, ${sources.map(({ id }) => id).join(', ')}`);
}
