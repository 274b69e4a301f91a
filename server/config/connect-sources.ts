import type { Replicas } from '../asking/replicas.ts';
import { turnsOf } from '../asking/turns.ts';
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
}

/** The sources of a configuration, ready to be asked. Nothing is asked yet. */
export const connectSources = (sources: Configuration['sources'], way: Way): readonly ConnectedSource[] =>
  sources.flatMap(({ kind, id, name, checks, ...settings }) => {
    const system = systemOf[kind];
    if (system?.connector === undefined) return [];
    const connection = connectionOf(system.connector, id, settings, way);
    return [{ id, name: name ?? system.name, system, costs: system.connector, checks, connection }];
  });

/** Both ways of asking share the quota, and nothing else: reading an inventory keeps nobody waiting. */
function connectionOf(connector: Connector, id: string, settings: unknown, { toolsFor, replicas }: Way): Connection {
  const turns = turnsOf(id, connector.quota, replicas);
  const connectedWith = (manners: Manners) => connector.connect(settings, toolsFor(manners));
  const { byPerson } = connectedWith({ ...forAPerson, turn: turns(TURN_WITHIN_MS) });
  const { snapshot } = connectedWith({ ...forAnInventory, turn: turns(Number.POSITIVE_INFINITY) });
  return { ...(byPerson && { byPerson }), ...(snapshot && { snapshot }) };
}
