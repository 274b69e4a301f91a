import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** Where the vendors' documents are: beside the checkout, never in it. Some state no licence. */
export const specifications = path.join(top, '..', 'shared', 'specs');

/** A vendor's document, played by Prism: it answers with examples of the document, or judges another server by it. */
export interface Prism {
  readonly origin: string;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function start(command: readonly string[]): Promise<Prism> {
  const port = await freePort();
  const program = path.join(top, 'node_modules/@stoplight/prism-cli/dist/index.js');
  const child = spawn(process.execPath, [program, ...command, '--host', '127.0.0.1', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const isListening = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('is listening')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`Prism ended with ${code}: ${said}`)));
  });
  await isListening;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Answers as the document's examples and schemas say, and refuses what the document does not allow. */
export const mock = (specification: string): Promise<Prism> =>
  start(['mock', path.resolve(specifications, specification)]);

/** Passes on to another server, and names in `sl-violations` what either side does against the document. */
export const judge = (specification: string, origin: string): Promise<Prism> =>
  start(['proxy', path.resolve(specifications, specification), origin]);
