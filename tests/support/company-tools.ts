import type { Tools } from '../../server/sources/connection.ts';
import { forAPerson } from '../../server/upstream/calm.ts';
import { createUpstream } from '../../server/upstream/upstream.ts';
import { instant } from '../../src/posture/instant.ts';

/** What connections are made with, on this machine: real requests, and secrets that are their own name. */
export const toolsHere: Tools = {
  now: () => instant(Date.now()),
  secret: (reference) => Promise.resolve('env' in reference ? reference.env : reference.file),
  upstream: ({ concurrency, ...options }) =>
    createUpstream({
      ...options,
      fetch,
      manners: { ...forAPerson, ...(concurrency !== undefined && { concurrency }) },
    }),
  readText: () => Promise.reject(new Error('No file is read here')),
};
