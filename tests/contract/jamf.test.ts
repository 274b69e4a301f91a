import { samplePeople } from '../../server/sample/index.ts';
import { jamf } from '../../server/sources/jamf.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { instant } from '../../src/posture/instant.ts';
import { contract, email } from './contract.ts';

/** What the sample people are made of. */
const answers = samplePeople[0]?.answersAt({ now: instant(Date.now()), baseline: bundledBaseline }) ?? [];
const { results = [] } = (answers.find(({ system }) => system === jamf)?.json ?? {}) as { results?: object[] };

/** The document gives every field one type; that a real server writes null for what it was not told is not in it. */
const said = (record: object): object =>
  JSON.parse(JSON.stringify(record, (_, value) => (value === null ? undefined : value)));

contract({
  system: jamf,
  specification: 'jamf-trimmed.openapi.json',
  prefix: '/api',
  settings: { clientId: 'reader', clientSecret: { env: 'secret' } },
  examples: ['/v4/computers-inventory'],
  outside: ({ path }) =>
    path === '/api/v1/oauth/token'
      ? { body: { access_token: 'example', token_type: 'Bearer', expires_in: 600 } }
      : undefined,
  fake: () => ({
    body: { totalCount: 1, results: results.slice(0, 1).map((mac) => ({ ...said(mac), userAndLocation: { email } })) },
  }),
});
