import * as v from 'valibot';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { instant } from '../../src/posture/instant.ts';
import { defaultPolicy } from '../../src/posture/policy.ts';
import type { Terms } from '../company.ts';
import { policySettings } from '../config/policy-settings.ts';
import { policyTerms } from '../config/policy-terms.ts';
import { type Looked, preview, previewText } from '../preview/preview.ts';
import { acme } from '../sample/acme.ts';
import { samplePeople } from '../sample/index.ts';
import { sealWith } from '../seal.ts';
import { argumentsOf } from './arguments.ts';
import { companyOf } from './company-of.ts';
import { configurationIn, Refusal, settingsIn, textIn } from './configured.ts';
import { outwardFetch } from './outward-fetch.ts';

const usage = 'preview --policy new.yaml [--config stethoscope.yaml [--people people.txt]]';

/** A whole configuration will do: only its policy is looked at. */
const newPolicy = v.looseObject({ policy: policySettings });

const email = v.pipe(v.string(), v.toLowerCase(), v.email());

/**
 * Says how many findings would change, and how, if the company asked what another file says. Of the sample people, or of those in
 * a file, a line each: an address, and behind it the groups that they are in (`jane@acme.example engineering,sales`).
 */
export async function previewPolicy(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { options } = argumentsOf(args, { usage, positionals: 0, options: ['policy', 'config', 'people'] });
  const { policy, config, people } = options;
  if (policy === undefined || (people !== undefined && config === undefined)) throw new Refusal(usage);
  const next = policyTerms((await settingsIn(newPolicy, policy)).policy);
  const configured = config === undefined ? undefined : await configurationIn(config);
  if (configured === undefined || people === undefined) {
    const asked = configured && policyTerms(configured.configuration.policy);
    console.log(previewText(preview(samples(), { ...nobodys, ...asked }, next)));
    return;
  }
  const { company, asking } = await companyOf(configured, { now, environment, fetch: outwardFetch(environment) });
  const seal = sealWith(company.key, 'device');
  const looked: Looked[] = [];
  // One after another: the systems are the company's own, and others need them, too.
  for (const { address, groups } of await peopleIn(people)) {
    const answers = await company.askSources(address);
    looked.push({ answers, groups, seal, now: now() });
  }
  asking.stop();
  const failed = looked.filter(({ answers }) => answers.some(({ status }) => status !== 'answered')).length;
  console.log(previewText(preview(looked, company.terms(), next)));
  if (failed > 0) console.log(`Of ${failed} people not every source answered.`);
}

const now = () => instant(Date.now());

const nobodys: Terms = {
  organization: acme,
  policy: defaultPolicy,
  groups: [],
  exceptions: [],
  words: {},
  baseline: bundledBaseline,
  signIn: { mode: 'none' },
};

const samples = (): readonly Looked[] =>
  samplePeople.map(({ answersAt }) => ({
    answers: answersAt({ now: now(), baseline: bundledBaseline }),
    groups: [],
    seal: sealWith('sample', 'device'),
    now: now(),
  }));

async function peopleIn(file: string) {
  const lines = (await textIn(file)).split('\n').map((line) => line.trim());
  return lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const [address = '', groups = ''] = line.split(/\s+/, 2);
    const read = v.safeParse(email, address);
    if (!read.success) throw new Refusal(`${file}:${index + 1}:1 Expected an e-mail address`);
    return [{ address: read.output, groups: groups.split(',').filter((group) => group !== '') }];
  });
}
