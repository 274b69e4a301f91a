import { configurationJsonSchema } from '../config/json-schema.ts';
import { argumentsOf } from './arguments.ts';

/** Prints the JSON Schema of the configuration, for editors. */
export function schema(args: readonly string[]): Promise<void> {
  argumentsOf(args, { usage: 'schema', positionals: 0 });
  console.log(JSON.stringify(configurationJsonSchema(), null, 2));
  return Promise.resolve();
}
