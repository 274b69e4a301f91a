import type { ConnectedSource } from '../sources/connected-source.ts';
import type { Tools } from '../sources/connection.ts';
import { systems } from '../sources/index.ts';
import type { ManagementSystem } from '../sources/source.ts';
import type { Configuration } from './configuration.ts';

const systemOf: Readonly<Record<string, ManagementSystem>> = systems;

/** The sources of a configuration, ready to be asked. Nothing is asked yet. */
export const connectSources = (sources: Configuration['sources'], tools: Tools): readonly ConnectedSource[] =>
  sources.flatMap(({ kind, id, name, checks, ...settings }) => {
    const system = systemOf[kind];
    if (system?.connector === undefined) return [];
    return [{ id, name: name ?? system.name, system, checks, connection: system.connector.connect(settings, tools) }];
  });
