import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAskSources } from '../../server/asking/ask-sources.ts';
import { jamf } from '../../server/sources/jamf.ts';
import { instant } from '../../src/posture/instant.ts';
import type { Measured } from '../limits.ts';
import { emailOf } from './programs.ts';
import { computerOf } from './systems.ts';

const PEOPLE = 10_000;
const SOURCES = 3;

/** What it takes to keep the answers about many people. */
export async function memory(): Promise<readonly Measured[]> {
  const { connector } = jamf;
  if (connector === undefined) throw new Error('Jamf Pro cannot be connected');
  let characters = 0;
  const sources = Array.from({ length: SOURCES }, (_, index) => ({
    id: `jamf-${index}`,
    name: 'Jamf Pro',
    system: jamf,
    checks: [],
    costs: { ...connector, sharedBy: 1 },
    connection: {
      byPerson: (email: string) => {
        const record = computerOf(email, `host-${index}`);
        characters += JSON.stringify(record).length;
        return Promise.resolve({ records: [{ owners: [email], record }] });
      },
    },
  }));
  const askSources = createAskSources(sources, { now: () => instant(Date.now()) });
  const before = usedBytes();
  for (let person = 0; person < PEOPLE; person += 1) await askSources(emailOf(person));
  const megabytes = (usedBytes() - before) / 1e6;
  // Nobody may forget them before they were counted.
  if ((await askSources(emailOf(0))).length !== SOURCES) throw new Error('Nothing was kept');
  return [
    {
      what: 'memory for the answers about 10,000 people',
      value: megabytes,
      limit: Number.POSITIVE_INFINITY,
      unit: 'MB',
      details: `${SOURCES} sources, each with one computer of ${Math.round(characters / PEOPLE / SOURCES)} characters of JSON; heap and buffers after collecting garbage; 1,000 of them read, too`,
    },
  ];
}

function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
