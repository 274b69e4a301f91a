import type { AttributeCheck } from './attribute-check.ts';
import type { Connection, Connector } from './connection.ts';
import type { ManagementSystem } from './source.ts';

/** One source of a company: a system that it runs, under an id of its own, since it may run two of a kind. */
export interface ConnectedSource {
  readonly id: string;
  readonly name: string;
  readonly system: ManagementSystem;
  readonly checks: readonly AttributeCheck[];
  readonly connection: Connection;
  /** What asking costs, and what the vendor allows. */
  readonly costs: Pick<Connector, 'quota' | 'requestsPerPerson' | 'devicesPerPage'>;
}
