import type { AttributeCheck } from './attribute-check.ts';
import type { Connection, Connector } from './connection.ts';
import type { ManagementSystem } from './source.ts';

/** What asking a source costs, and what the vendor allows. */
export interface Costs extends Pick<Connector, 'quota' | 'requestsPerPerson' | 'devicesPerPage'> {
  /** How many sources of the company, this one among them, the vendor counts together; by itself when nothing is said. */
  readonly sharedBy?: number;
}

/** One source of a company: a system that it runs, under an id of its own, since it may run two of a kind. */
export interface ConnectedSource {
  readonly id: string;
  readonly name: string;
  readonly system: ManagementSystem;
  readonly checks: readonly AttributeCheck[];
  readonly connection: Connection;
  readonly costs: Costs;
}
