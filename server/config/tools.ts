import type { Instant } from '../../src/posture/instant.ts';
import { readCompanyFile } from '../sources/company-file.ts';
import type { Tools } from '../sources/connection.ts';
import type { Manners } from '../upstream/calm.ts';
import { createUpstream } from '../upstream/upstream.ts';

interface Outside {
  readonly now: () => Instant;
  readonly secret: Tools['secret'];
  readonly fetch: typeof fetch;
}

/** Makes what connections are made with, for one way of asking. */
export const toolsFor =
  ({ now, secret, fetch }: Outside) =>
  (manners: Manners): Tools => ({
    now,
    secret,
    upstream: ({ concurrency = manners.concurrency, ...options }) =>
      createUpstream({
        ...options,
        fetch,
        manners: { ...manners, concurrency: Math.min(concurrency, manners.concurrency) },
      }),
    readText: readCompanyFile,
  });
