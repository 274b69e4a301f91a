import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Measured } from '../limits.ts';
import { median, quantile } from '../statistics.ts';
import { ask, startGateway } from './programs.ts';
import { startSystems } from './systems.ts';

const SLOWEST_MS = 300;
const QUESTIONS = 40;
const AT_ONCE = 1000;

/** Two names of this machine, so that there are two systems, each with a quota of its own. */
const hosts = ['127.0.0.1', 'localhost'] as const;

/** What a gateway adds to its slowest source, and how often it asks when everybody asks at once. */
export async function cold(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stethoscope-bench-'));
  const systems = await startSystems();
  const sources = hosts.map(
    (host, index) =>
      `{ kind: jamf, id: jamf-${index}, url: 'http://${host}:${systems.port}', clientId: c, clientSecret: { env: SECRET } }`,
  );
  systems.takes.set(hosts[0], SLOWEST_MS).set(hosts[1], SLOWEST_MS / 2);
  const gateway = await startGateway(QUESTIONS + 2, sources, folder);
  try {
    await (await ask(gateway, 0)).text();
    const added: number[] = [];
    for (let person = 1; person <= QUESTIONS; person += 1) {
      const beganAt = performance.now();
      await (await ask(gateway, person)).text();
      added.push(performance.now() - beganAt - SLOWEST_MS);
    }
    const before = hosts.map((host) => systems.questions.get(host) ?? 0);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => ask(gateway, QUESTIONS + 1)));
    const devices = await Promise.all(answers.map(async (answer) => (await answer.json()).devices.length));
    if (devices.some((count) => count !== hosts.length)) throw new Error('Somebody did not get the whole answer');
    const calls = hosts.map((host, index) => (systems.questions.get(host) ?? 0) - (before[index] ?? 0));
    return [
      {
        what: 'what a cold answer takes longer than its slowest source',
        value: median(added),
        limit: 20,
        unit: 'ms',
        details: `median of ${added.length} people, asked about one after the other; 90% within ${quantile(added, 0.9).toFixed(1)} ms; two sources of ${SLOWEST_MS} and ${SLOWEST_MS / 2} ms`,
      },
      {
        what: `calls to one source while ${AT_ONCE} ask at once for one person`,
        value: Math.max(...calls),
        limit: 1,
        unit: '',
        details: `${AT_ONCE} whole answers; ${calls.join(' and ')} calls to ${hosts.length} sources`,
      },
    ];
  } finally {
    await gateway.end();
    systems.close();
    rmSync(folder, { recursive: true });
  }
}
