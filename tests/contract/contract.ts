import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Records, Tools } from '../../server/sources/connection.ts';
import type { ManagementSystem } from '../../server/sources/source.ts';
import { forAPerson } from '../../server/upstream/calm.ts';
import { createUpstream } from '../../server/upstream/upstream.ts';
import { toolsHere } from '../support/company-tools.ts';
import type { HttpServer } from '../support/http-server.ts';
import { type Asked, serveJson, type Told } from '../support/json-server.ts';
import { judge, mock, type Prism } from './prism.ts';

export const email = 'jane.doe@acme.example';

export interface Contract {
  readonly system: ManagementSystem;
  /** The name of the vendor's document. */
  readonly specification: string;
  readonly settings: object;
  /** A fake of the system with one device of Jane's, whose answers the document judges as well. */
  readonly fake: (asked: Asked) => Told;
  /** What the document leaves out before its paths: "/api" of Jamf Pro. */
  readonly prefix?: string;
  /** Answers that are no part of the document, such as tokens: they are not judged. */
  readonly outside?: (asked: Asked) => Told | undefined;
  /** Paths whose examples in the document are lists of devices. */
  readonly examples: readonly string[];
}

/** Proves a connection, and the answers that its tests are made of, by the vendor's own document. */
export function contract({ system, specification, settings, fake, prefix = '', outside, examples }: Contract): void {
  describe(`${system.name} by ${specification}`, () => {
    let judged: Prism;
    let own: HttpServer;
    let played: Prism;
    let aside: HttpServer;
    beforeAll(async () => {
      own = await serveJson(fake);
      aside = await serveJson((asked) => outside?.(asked) ?? { status: 404 });
      [judged, played] = await Promise.all([judge(specification, own.origin), mock(specification)]);
    });
    afterAll(() => Promise.all([judged, own, played, aside].map((server) => server?.close())));

    /** Goes to Prism below the paths of the document, and notes what it finds wrong. */
    const through = (violations: string[]): Tools => {
      const asks: typeof fetch = async (input, init) => {
        const url = new URL(String(input));
        const isOutside = outside?.(askedBy(url)) !== undefined;
        const target = isOutside ? new URL(url.pathname, aside.origin) : below(url, judged.origin, prefix);
        const response = await fetch(target, init);
        violations.push(...violationsIn(response));
        return response;
      };
      return {
        ...toolsHere,
        upstream: (options) => createUpstream({ ...options, fetch: asks, manners: forAPerson }),
      };
    };
    const listing = ({ records }: Records) =>
      system.devicesIn(system.answerOf(records.map(({ record }) => record)), { source: system.kind });

    test('one person is asked for as the document allows, and answered as it says', async () => {
      const violations: string[] = [];
      const connection = system.connector?.connect({ ...settings, url: judged.origin }, through(violations));
      const found = await connection?.byPerson?.(email, AbortSignal.timeout(20_000));
      expect(violations).toEqual([]);
      expect(found?.records.map(({ owners }) => owners)).toEqual([[email]]);
      expect(found && listing(found).inUse).toHaveLength(1);
    });

    test('the whole inventory is asked for as the document allows', async () => {
      const violations: string[] = [];
      const connection = system.connector?.connect({ ...settings, url: judged.origin }, through(violations));
      const found: Records[] = [];
      for await (const page of connection?.snapshot?.(AbortSignal.timeout(20_000)) ?? []) found.push(page);
      expect(violations).toEqual([]);
      expect(found.flatMap(({ records }) => records)).toHaveLength(connection?.snapshot === undefined ? 0 : 1);
    });

    test.each(examples)('the example of %s is read as a list of devices', async (path) => {
      const headers = { authorization: 'Bearer example', accept: 'application/json' };
      const answer = await fetch(new URL(path, played.origin), { headers });
      expect(answer.status).toBe(200);
      const { inUse, retired } = system.devicesIn(await answer.json(), { source: system.kind });
      expect(inUse.length + retired.length).toBeGreaterThan(0);
    });
  });
}

const below = ({ pathname, search }: URL, origin: string, prefix: string): URL =>
  new URL(`${pathname.startsWith(prefix) ? pathname.slice(prefix.length) : pathname}${search}`, origin);

const askedBy = (url: URL): Asked => ({
  method: 'POST',
  path: url.pathname,
  query: url.searchParams,
  headers: {},
  form: new URLSearchParams(),
});

interface Violation {
  readonly location: readonly string[];
  readonly code: string;
  readonly message: string;
}

/** That a field is left out which nobody reads is no fault of a fake. */
function violationsIn(response: Response): readonly string[] {
  const header = response.headers.get('sl-violations');
  if (header === null) return [];
  const violations = JSON.parse(header.slice(header.indexOf('['))) as readonly Violation[];
  return violations
    .filter(({ code, location }) => code !== 'required' || location[0] === 'request')
    .map(({ message }) => `${response.url}: ${message}`);
}
