import * as v from 'valibot';
import { instant } from '../../src/posture/instant.ts';
import { lookup } from '../lookup/lookup.ts';
import { lookupText } from '../lookup/lookup-text.ts';
import { sealWith } from '../seal.ts';
import { argumentsOf } from './arguments.ts';
import { companyOf } from './company-of.ts';
import { configurationIn, Refusal } from './configured.ts';
import { outwardFetch } from './outward-fetch.ts';

const usage = 'lookup person@example.com --config stethoscope.yaml [--groups engineering,sales]';

const address = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email());

/** Prints what each source says of a person, how it was joined, and how it is rated. Nothing of it is kept. */
export async function lookUp(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { positionals, options } = argumentsOf(args, { usage, positionals: 1, options: ['config', 'groups'] });
  const email = v.safeParse(address, positionals[0]);
  if (!email.success || options.config === undefined) throw new Refusal(usage);
  const now = () => instant(Date.now());
  const { company, asking } = await companyOf(await configurationIn(options.config), {
    now,
    environment,
    fetch: outwardFetch(environment),
  });
  const answers = await company.askSources(email.output).finally(asking.stop);
  const found = lookup({
    answers,
    terms: company.terms(),
    groups: options.groups?.split(',').map((group) => group.trim()) ?? [],
    seal: sealWith(company.key, 'device'),
    now: now(),
  });
  console.log(lookupText(found, email.output, now()));
}
