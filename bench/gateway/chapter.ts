import type { Chapter } from '../limits.ts';
import { cached } from './cached.ts';
import { cold } from './cold.ts';
import { memory } from './memory.ts';
import { quotas } from './quotas.ts';

/** How fast the gateway is, and whether it keeps to what vendors allow. */
export const gatewayChapters = async (): Promise<readonly Chapter[]> => [
  {
    title: 'The gateway',
    how: `The built gateway as a process of its own, with a configuration file and its log at the usual level. Cached: every answer is at hand, and
each request shows one of 100 tokens; autocannon, in a process of its own, asks with 20 connections for four seconds, the gateway and a
bare hono “hello” on the same Node in turn. All share the processors of this machine. Cold: made-up management systems answer after a
fixed time; nobody was asked about before.`,
    measured: [...(await cached()), ...(await cold()), ...(await memory())],
  },
  {
    title: 'Quotas of vendors, 100,000 people, 24 hours',
    how: `In virtual time: everybody begins between eight and ten and asks again whenever they may, as fast as the gateway’s own turns allow; or the
inventory is read again and again. Measured is the most requests in any stretch of the vendor’s own length, wherever it begins.`,
    measured: await quotas(),
  },
];
