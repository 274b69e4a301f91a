import type { Replicas } from '../asking/replicas.ts';
import { turnsOf } from '../asking/turns.ts';
import type { Journal } from '../journal/journal.ts';
import { toldManners } from '../journal/told-manners.ts';
import type { ConnectedSource } from '../sources/connected-source.ts';
import type { Connection, Connector, Tools } from '../sources/connection.ts';
import { systems } from '../sources/index.ts';
import type { ManagementSystem } from '../sources/source.ts';
import { forAnInventory, forAPerson, type Manners } from '../upstream/calm.ts';
import type { Configuration } from './configuration.ts';

const systemOf: Readonly<Record<string, ManagementSystem>> = systems;

/** Whoever asks for a person is gone after a while; an inventory waits for the next window of its quota. */
const TURN_WITHIN_MS = 20_000;

interface Way {
  readonly toolsFor: (manners: Manners) => Tools;
  /** The replicas with which the quotas are counted. */
  readonly replicas?: Replicas | undefined;
  readonly journal?: Journal | undefined;
}

/** What the sources of one account at a vendor share. */
interface Account {
  readonly turns: ReturnType<typeof turnsOf>;
  readonly sharedBy: number;
}

/** The sources of a configuration, ready to be asked. Nothing is asked yet. */
export function connectSources(sources: Configuration['sources'], way: Way): readonly ConnectedSource[] {
  const found = sources.flatMap(({ kind, id, name, checks, ...settings }) => {
    const system = systemOf[kind];
    if (system?.connector === undefined) return [];
    const { connector } = system;
    return [
      { id, name: name ?? system.name, system, checks, settings, connector, account: connector.account(settings) },
    ];
  });
  const accounts = new Map(
    found.map(({ account, connector: { quota } }): [string, Account] => [
      account,
      {
        turns: turnsOf(account, quota, way.replicas),
        sharedBy: found.filter((other) => other.account === account).length,
      },
    ]),
  );
  return found.flatMap(({ account: name, connector, settings, ...source }) => {
    const account = accounts.get(name);
    if (account === undefined) return [];
    const costs = { ...connector, sharedBy: account.sharedBy };
    return [{ ...source, costs, connection: connectionOf(connector, settings, account, toldTo(source.id, way)) }];
  });
}

/** Both ways of asking share the quota, and nothing else: reading an inventory keeps nobody waiting. */
function connectionOf(
  connector: Connector,
  settings: unknown,
  account: Account,
  toolsFor: Way['toolsFor'],
): Connection {
  const { turns, sharedBy } = account;
  const connectedWith = (manners: Manners) => connector.connect(settings, toolsFor(manners));
  // So many at once are for the account, too.
  const concurrency = Math.max(1, Math.floor(forAPerson.concurrency / sharedBy));
  const { byPerson } = connectedWith({ ...forAPerson, concurrency, turn: turns(TURN_WITHIN_MS) });
  const { snapshot } = connectedWith({ ...forAnInventory, turn: turns(Number.POSITIVE_INFINITY) });
  return { ...(byPerson && { byPerson }), ...(snapshot && { snapshot }) };
}

/** Tools of one source, whose waits and breaks the journal is told of. */
const toldTo =
  (id: string, { toolsFor, journal }: Way): Way['toolsFor'] =>
  (manners) =>
    toolsFor(journal ? toldManners(manners, id, journal) : manners);
