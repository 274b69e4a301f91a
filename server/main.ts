import { checkConfig } from './commands/check-config.ts';
import { checkSources } from './commands/check-sources.ts';
import { Refusal } from './commands/configured.ts';
import { lookUp } from './commands/lookup.ts';
import { newToken } from './commands/new-token.ts';
import { previewPolicy } from './commands/preview.ts';
import { schema } from './commands/schema.ts';
import { serve } from './commands/serve.ts';
import { MissingSecret } from './config/secrets.ts';

type Command = (args: readonly string[], environment: NodeJS.ProcessEnv) => Promise<void>;

/** What the gateway can be told to do. Told nothing, it serves. */
const commands: Readonly<Record<string, Command>> = {
  serve,
  'check-config': checkConfig,
  'check-sources': checkSources,
  'new-token': newToken,
  schema,
  lookup: lookUp,
  preview: previewPolicy,
};

const [name = 'serve', ...args] = process.argv.slice(2);
try {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Refusal(`There is no command ${name}: ${Object.keys(commands).join(', ')}`);
  await command(args, process.env);
} catch (error) {
  if (!(error instanceof Refusal || error instanceof MissingSecret)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
