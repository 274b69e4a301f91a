import { instant } from '../../src/posture/instant.ts';
import { type Plan, planOf } from '../asking/plan.ts';
import { connectSources } from '../config/connect-sources.ts';
import { secretsFrom } from '../config/secrets.ts';
import { toolsFor } from '../config/tools.ts';
import type { ConnectedSource } from '../sources/connected-source.ts';
import { SourceFailure } from '../upstream/failure.ts';
import { argumentsOf } from './arguments.ts';
import { configurationIn, Refusal } from './configured.ts';
import { outwardFetch } from './outward-fetch.ts';

/** Nobody has this address (RFC 2606 §2): whether the question is allowed shows all the same. */
const NOBODY = 'nobody@stethoscope.invalid';

const WITHIN_MS = 30_000;

/**
 * Asks every source of a configuration once, and prints how each would be asked about so many people.
 * @throws Refusal when one of them does not answer as it should
 */
export async function checkSources(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { file, people } = argumentsIn(args);
  const { configuration } = await configurationIn(file);
  const secret = secretsFrom(environment);
  const tools = toolsFor({ now: () => instant(Date.now()), secret, fetch: outwardFetch(environment) });
  const sources = connectSources(configuration.sources, { toolsFor: tools });
  const answers = await Promise.all(sources.map(answerOf));
  const many = people ?? configuration.people;
  const rows = sources.map((source, index) => rowOf(source, planFor(source, many), answers[index] ?? ''));
  console.log(tableOf([['source', 'asked', 'requests', 'quota', 'refreshed', 'answers'], ...rows]));
  console.log(many === undefined ? 'How many people? Say --people N.' : `For ${many} people.`);
  const failing = answers.filter((answer) => answer !== ANSWERS).length;
  if (failing > 0) throw new Refusal(`${failing} of ${sources.length} sources failed.`);
}

const usage = 'check-sources stethoscope.yaml [--people 1000]';

function argumentsIn(args: readonly string[]): { readonly file: string; readonly people: number | undefined } {
  const { positionals, options } = argumentsOf(args, { usage, positionals: 1, options: ['people'] });
  const { people } = options;
  if (people !== undefined && !/^[1-9]\d{0,7}$/.test(people)) throw new Refusal(usage);
  return { file: positionals[0] ?? '', people: people === undefined ? undefined : Number(people) };
}

const ANSWERS = 'yes';

/** A question about nobody, or the first page of the inventory. */
async function answerOf({ connection: { byPerson, snapshot } }: ConnectedSource): Promise<string> {
  const signal = AbortSignal.timeout(WITHIN_MS);
  try {
    if (byPerson) await byPerson(NOBODY, signal);
    else if (snapshot) await snapshot(signal)[Symbol.asyncIterator]().next();
    return ANSWERS;
  } catch (error) {
    if (error instanceof SourceFailure) return error.fault;
    if (signal.aborted) return 'timeout';
    throw error;
  }
}

const planFor = ({ costs, connection }: ConnectedSource, people: number | undefined): Plan =>
  planOf(costs, { byPerson: connection.byPerson !== undefined, snapshot: connection.snapshot !== undefined }, people);

const rowOf = ({ id, costs }: ConnectedSource, plan: Plan, answer: string): readonly string[] => [
  id,
  plan.way === 'by-person' ? 'by person' : 'by inventory',
  String(plan.requests),
  quotaText(costs),
  `every ${durationText(plan.refreshMs)}${plan.isTooSlow ? ' (too many people for this quota)' : ''}`,
  answer,
];

const quotaText = ({ quota, sharedBy = 1 }: ConnectedSource['costs']): string =>
  `${quota.requests} in ${quota.perSeconds} s${sharedBy > 1 ? `, shared by ${sharedBy}` : ''}`;

const durationText = (ms: number): string => {
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
};

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
