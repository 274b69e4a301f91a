import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { liveCompany } from '../../server/commands/live-company.ts';
import { createGateway } from '../../server/gateway.ts';
import { toAll } from '../../server/journal/journal.ts';
import { createLog } from '../../server/journal/log.ts';
import { createMetrics } from '../../server/journal/metrics.ts';
import { createStandings } from '../../server/journal/standings.ts';
import { createMonitoring } from '../../server/monitoring.ts';
import { type Listening, listenWith } from '../../server/running/listening.ts';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { DAY, HOUR, instant } from '../../src/posture/instant.ts';
import { companyFolder, jamfAt, secrets, tokenOf } from '../support/gateway-process.ts';
import type { HttpServer } from '../support/http-server.ts';
import { serveJson, type Told } from '../support/json-server.ts';

/*
 * A week of a company's traffic, by a clock that is moved: people, failures, strangers, and everything that somebody could hope to
 * see in a log. Then what was written is searched for all of it.
 */

const people = Array.from({ length: 40 }, (_, index) => ({
  email: `person${index}.surname${index}@acme.example`,
  name: `Forename${index} Surname${index}`,
  serial: `ZSWEEK${String(index).padStart(4, '0')}X`,
  address: `198.51.100.${index + 1}`,
}));

const leaks = {
  'a person’s address': /@|%40|acme\.example|surname\d/i,
  'a person’s name': /Forename/i,
  'a serial number': /ZSWEEK/i,
  'an IP address': /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|2001:db8|\[::/,
  'a token': /token-made|eyJ|bearer/i,
  'a secret': /client-secret|k{32}|hunter2/,
  'a query': /\?|query|select/i,
  'a user agent': /Mozilla|curl/i,
  'a message of an error': /cannot read|bang/i,
};

/** What a source may do, by turns. What it says when it fails is as indiscreet as vendors are. */
const moods = [
  () => ({}),
  ({ email }: { email: string }) => ({ status: 500, body: { error: `No connection for ${email}, token hunter2` } }),
  () => ({ status: 401, body: { message: 'client-secret hunter2 is wrong' } }),
  ({ serial }: { serial: string }) => ({ status: 403, body: `${serial} is forbidden` }),
  () => ({ status: 429, headers: { 'retry-after': '3600' } }),
  ({ name }: { name: string }) => ({ body: `<html>${name}</html>` }),
  ({ email }: { email: string }) => ({ body: `{"results":[{"email":"${email}"` }),
] as const satisfies readonly ((person: (typeof people)[number]) => Told)[];

const macOf = ({ email, name, serial, address }: (typeof people)[number], at: string) => ({
  general: { name: `Mac of ${name}`, reportDate: at, lastContact: at, lastIpAddress: address },
  hardware: { serialNumber: serial },
  userAndLocation: { email, realname: name },
});

const start = Date.parse('2026-11-23T07:00:00Z');
let at = start;
/** The clock goes on as clocks do, and is moved by hours now and then. */
vi.spyOn(Date, 'now').mockImplementation(() => at + performance.now());
const now = () => instant(Date.now());

/** Of a system that allows few requests in a short time, not everybody can be asked about at once. */
const ASKERS = 5;

const lines: string[] = [];
const written = () => lines.join('');
const linesWritten = () => lines.map((line) => JSON.parse(line));
let counted = '';
const answered: number[] = [];
let jamf: HttpServer;
let close: () => Promise<void>;

async function open() {
  jamf = await serveJson(({ path, query }) => {
    if (path.endsWith('/token')) return { body: { access_token: 'eyJtoken', expires_in: 60 } };
    const person = people.find(({ email }) => query.get('filter')?.includes(email)) ?? people[0]!;
    // The same for all tries of one question, and for each person another one every day.
    const mood = people.indexOf(person) + Math.floor((at - start) / DAY);
    const told = moods[mood % moods.length]!(person);
    return { body: { totalCount: 1, results: [macOf(person, now())] }, ...told };
  });
  const company = await companyFolder(
    people.map(({ email }) => email),
    `sources: [${jamfAt(jamf.origin, 'jamf-eu')}, ${jamfAt(jamf.origin.replace('127.0.0.1', 'localhost'), 'jamf-us')}]`,
  );
  const metrics = createMetrics();
  const standings = createStandings();
  const log = createLog('debug', { write: (line) => lines.push(line) });
  const journal = toAll(log, metrics, standings);
  const live = await liveCompany(company.file, { now, environment: secrets, fetch, journal }, journal.said, 20);
  const health = () => ({ isReady: true, ...live.standing(standings.of) });
  const broken = { 'person1.surname1@acme.example': boom, 'person2.surname2@acme.example': oddBoom };
  const gateway = createGateway({
    now,
    baseline: bundledBaseline,
    serves: {
      ...live.company,
      askSources: (email) => broken[email as keyof typeof broken]?.(email) ?? live.company.askSources(email),
    },
    requestId: randomUUID,
    journal,
    monitored: { health },
  });
  const listening = await listenWith(gateway, { host: '127.0.0.1', port: 0 });
  const monitoring = createMonitoring({ health, metrics });
  close = async () => {
    await listening.stop(1000);
    live.stop();
    await jamf.close();
    await company.remove();
  };
  return { listening, monitoring, company, live };
}

/** A fault of our own, whose message tells everything and pretends to be a stack. */
const boom = (email: string): Promise<never> => {
  const cause = Object.assign(new TypeError(`cannot read ${email}`), { code: 'ZSWEEK0001X' });
  return Promise.reject(
    new Error(`bang ${email} hunter2 https://x.example/?query=${email}\n    at ${email} (/home/${email}/x.js:1:1)`, {
      cause,
    }),
  );
};
/** What is thrown need not even be an error. */
const oddBoom = (email: string): Promise<never> => Promise.reject(`bang ${email}`);

async function theWeek({ port }: Listening) {
  const origin = `http://127.0.0.1:${port}`;
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const { status } = await fetch(`${origin}${path}`, { method, headers });
    answered.push(status);
  };
  let step = 0;
  for (; at < start + 7 * DAY; at += 6 * HOUR) {
    step += 1;
    const askers = new Set(
      Array.from({ length: ASKERS }, (_, index) => people[(step * ASKERS + index) % people.length]),
    );
    await Promise.all(
      people.map(async (person) => {
        const { email, name, serial, address } = person;
        const about = {
          'User-Agent': `Mozilla/5.0 (${name})`,
          'X-Forwarded-For': address,
          Referer: `https://x.example/?${email}`,
        };
        if (askers.has(person)) await ask('/v1/posture', { ...about, Authorization: `Bearer ${tokenOf(email)}` });
        await ask(`/v1/posture?person=${email}&serial=${serial}`, { ...about, Cookie: `name=${name}` });
      }),
    );
    const { email, serial, address } = people[step % people.length]!;
    await ask('/v1/posture', { Authorization: `Bearer eyJ${serial}.${email}.hunter2-hunter2` });
    await ask(`/${email}/v1/posture`);
    await ask(`/v1/${encodeURIComponent(email)}%0A{"level":"info","email":"${serial}"}`);
    await ask(`/sample/${email}/v1/posture`, { 'If-None-Match': `"${email}"`, Host: address });
    await ask('/v1/organization', { Authorization: `Basic ${Buffer.from(`${email}:hunter2`).toString('base64')}` });
    await ask('/v1/posture', { 'X-Request-Id': email, Traceparent: serial }, 'POST');
    await ask('/healthz', {}, 'DELETE');
    await ask('/readyz');
  }
}

/** As only a program would: requests that no client makes. */
async function byHand({ port }: Listening, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(request);
  return text(socket);
}

beforeAll(async () => {
  const { listening, monitoring, company, live } = await open();
  await theWeek(listening);
  const { email, serial } = people[3]!;
  const replies = [
    await byHand(listening, `GET /v1/posture HTTP/1.1\r\nHost: ${email} x\r\nConnection: close\r\n\r\n`),
    await byHand(listening, `GET http://[${serial}/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    await byHand(listening, `${serial} /${email} HTTP/1.1\r\nHost: x\r\n\r\n`),
  ];
  for (const reply of replies) expect(reply).toContain(' 400 ');
  await writeFile(company.file, company.text.replace('Acme', 'Acme Two').replace(email, 'moved@acme.example'));
  await vi.waitFor(() => expect(live.company.terms().organization.name).toBe('Acme Two'), 5000);
  await writeFile(company.file, company.text.replace(email, `${email} ${serial}`));
  await vi.waitFor(() => expect(written()).toContain('is wrong'), 5000);
  counted = await (await monitoring.fetch(new Request('http://x/metrics'))).text();
  counted += await (await monitoring.fetch(new Request('http://x/readyz'))).text();
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await close();
});

describe('a week of traffic', () => {
  test('has happened: people were answered and refused, sources failed, faults occurred', () => {
    expect(new Set(answered)).toEqual(new Set([200, 401, 404, 405, 500]));
    expect(answered.length).toBeGreaterThan(600);
    const all = linesWritten();
    const outcomes = new Set(all.filter(({ outcome }) => outcome).map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['answered', 'refused', 'unauthorised', 'forbidden', 'throttled', 'unreadable']));
    expect(all.filter(({ msg }) => msg === 'answered')).toHaveLength(answered.length + 2);
    expect(counted).toMatch(/source_answers_total\{source="jamf-eu",way="person",outcome="refused"\} [1-9]/);
  });

  test('leaves one line for each request, of which nothing but its form is told', () => {
    const all = linesWritten();
    for (const { msg, ...line } of all) {
      if (msg !== 'answered') continue;
      expect(Object.keys(line).toSorted()).toEqual(['level', 'method', 'ms', 'requestId', 'route', 'status', 'time']);
    }
    const routes = new Set(all.filter(({ msg }) => msg === 'answered').map(({ route }) => route));
    expect(routes).toEqual(new Set(['/v1/posture', '/v1/organization', '/healthz', '/readyz', 'none']));
  });

  test('tells of a fault what kind it was and where, under the id that the person sees', () => {
    const failed = written()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === 'failed');
    const errors = failed.filter(({ error }) => error === 'Error');
    expect(errors.length).toBeGreaterThan(0);
    for (const { requestId, stack, cause } of errors) {
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(stack[0]).toMatch(/^Object.boom journal-of-a-week\.test\.ts:\d+:\d+$/);
      expect(cause).toMatchObject({ error: 'TypeError' });
    }
    expect(failed.filter(({ error }) => error === 'string').length).toBeGreaterThan(0);
  });

  test.each(Object.entries(leaks))('does not leave %s in the log or in the counts', (_, pattern) => {
    expect(
      written()
        .split('\n')
        .filter((line) => pattern.test(withoutOwnWords(line)))
        .slice(0, 3),
    ).toEqual([]);
    expect(
      counted
        .split('\n')
        .filter((line) => pattern.test(withoutOwnWords(line)))
        .slice(0, 3),
    ).toEqual([]);
  });
});

/** Where the configuration is, is the company's own affair; and the help texts of Node's own counts may have any words. */
const withoutOwnWords = (line: string): string => (line.startsWith('# HELP') ? '' : line);
