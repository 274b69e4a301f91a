import type { Instant } from '../../src/posture/instant.ts';
import { readCompanyFile } from '../sources/company-file.ts';
import type { Tools } from '../sources/connection.ts';
import { forAPerson } from '../upstream/calm.ts';
import { createUpstream } from '../upstream/upstream.ts';

interface Outside {
  readonly now: () => Instant;
  readonly secret: Tools['secret'];
  readonly fetch: typeof fetch;
}

/** What connections are made with, where somebody waits for the answer. */
export const toolsFor = ({ now, secret, fetch }: Outside): Tools => ({
  now,
  secret,
  upstream: ({ concurrency = forAPerson.concurrency, ...options }) =>
    createUpstream({ ...options, fetch, manners: { ...forAPerson, concurrency } }),
  readText: readCompanyFile,
});
