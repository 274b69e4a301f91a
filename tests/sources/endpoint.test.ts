import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answers } from '../../src/browser/stored-answers.ts';
import { HOUR, later } from '../../src/posture/instant.ts';
import { askEndpoint, organizationBehind } from '../../src/sources/endpoint.ts';
import { type CompanyServer, json, serveCompany, status } from '../support/company.ts';
import { anOrganizationAnswer, aPostureAnswer } from '../support/endpoint-answers.ts';
import { aDevice, NOW } from '../support/posture.ts';

let server: CompanyServer;

beforeEach(async () => {
  server = await serveCompany([aDevice()]);
});

afterEach(() => server.close());

const paths = () => server.requests.map(({ url }) => url).toSorted();
const forget = () => (server.requests as unknown[]).splice(0);

const askFirst = async (): Promise<Answers> => {
  const { answers } = await askEndpoint(server.origin, undefined, NOW);
  forget();
  return answers;
};

test('both documents come, and are kept with when they came', async () => {
  const { answers, problem } = await askEndpoint(server.origin, undefined, NOW);
  expect(problem).toBeNull();
  expect(answers).toMatchObject({
    endpoint: server.origin,
    organization: { document: { etag: 'o_1' }, etag: '"o_1"', maxAgeSeconds: 3600, fetchedAt: NOW },
    posture: { document: { person: { name: 'Jane Doe' } }, etag: '"p_1"', maxAgeSeconds: 0, fetchedAt: NOW },
    answeredAt: NOW,
  });
  expect(paths()).toEqual(['/v1/organization', '/v1/posture']);
});

describe('the organisation is asked for again', () => {
  test('not within its age', async () => {
    const before = await askFirst();
    const { answers } = await askEndpoint(server.origin, before, later(NOW, HOUR - 1));
    expect(paths()).toEqual(['/v1/posture']);
    expect(answers.organization).toEqual(before.organization);
  });

  test.each([
    ['when its age is over', HOUR],
    ['when the clock was put back', -1],
  ])('%s', async (_, ms) => {
    const before = await askFirst();
    server.organization = status(304);
    const { answers, problem } = await askEndpoint(server.origin, before, later(NOW, ms));
    expect(problem).toBeNull();
    expect(paths()).toEqual(['/v1/organization', '/v1/posture']);
    expect(answers.organization?.document).toEqual(before.organization?.document);
    expect(answers.organization?.fetchedAt).toBe(later(NOW, ms));
  });

  test('when the person’s answer was made with another one', async () => {
    const before = await askFirst();
    server.organization = json(anOrganizationAnswer({ etag: 'o_2', organization: { name: 'Acme 2' } }));
    server.posture = json(aPostureAnswer({ organization: 'o_2' }));
    const { answers } = await askEndpoint(server.origin, before, NOW);
    expect(answers.organization?.document.organization.name).toBe('Acme 2');
    expect(paths()).toEqual(['/v1/organization', '/v1/posture']);
  });

  test('once only: where it still is another one, the newest is used', async () => {
    const before = await askFirst();
    server.posture = json(aPostureAnswer({ organization: 'o_7' }));
    const { answers, problem } = await askEndpoint(server.origin, before, NOW);
    expect(problem).toBeNull();
    expect(answers.organization?.document.etag).toBe('o_1');
    expect(paths()).toEqual(['/v1/organization', '/v1/posture']);
  });
});

test('304 keeps the person’s answer', async () => {
  const before = await askFirst();
  server.posture = status(304);
  const { answers, problem } = await askEndpoint(server.origin, before, later(NOW, 1000));
  expect(problem).toBeNull();
  expect(answers.posture?.document).toEqual(before.posture?.document);
  expect(answers.answeredAt).toBe(later(NOW, 1000));
  expect(server.requests[0]?.headers['if-none-match']).toBe('"p_1"');
});

test('304 to those who have nothing is not an answer', async () => {
  server.posture = status(304);
  const { answers, problem } = await askEndpoint(server.origin, undefined, NOW);
  expect(problem).toBe('unreadable');
  expect(answers.posture).toBeNull();
});

describe('what cannot be had stays as it was', () => {
  test.each<[string, CompanyServer['posture'], string]>([
    ['an error', status(500), 'server-error'],
    ['another version', json({ version: 2 }), 'wrong-version'],
    ['wrong types', json(aPostureAnswer({ devices: {} })), 'unreadable'],
    ['somebody else’s JSON', json({ ok: true }), 'unreadable'],
    ['null', json(null), 'unreadable'],
  ])('%s', async (_, answer, problem) => {
    const before = await askFirst();
    server.posture = answer;
    const outcome = await askEndpoint(server.origin, before, later(NOW, 1000));
    expect(outcome).toEqual({ answers: { ...before, askedAt: later(NOW, 1000) }, problem });
  });

  test('the organisation too', async () => {
    const before = await askFirst();
    server.organization = status(503);
    const outcome = await askEndpoint(server.origin, before, later(NOW, 2 * HOUR));
    expect(outcome.problem).toBe('server-error');
    expect(outcome.answers).toMatchObject({ organization: before.organization, answeredAt: NOW });
  });

  test('the person’s answer without the organisation is kept, but is not a whole answer', async () => {
    server.organization = status(404);
    const { answers, problem } = await askEndpoint(server.origin, undefined, NOW);
    expect(problem).toBe('not-found');
    expect(answers).toMatchObject({ organization: null, answeredAt: null });
    expect(answers.posture?.document.devices).toHaveLength(1);
  });
});

test('answers of another endpoint are not looked at', async () => {
  const before = await askFirst();
  server.posture = status(500);
  server.organization = status(500);
  const { answers } = await askEndpoint(server.origin, { ...before, endpoint: 'https://other.example' }, NOW);
  expect(answers).toEqual({
    endpoint: server.origin,
    organization: null,
    posture: null,
    askedAt: NOW,
    answeredAt: null,
  });
  expect(server.requests.every(({ headers }) => headers['if-none-match'] === undefined)).toBe(true);
});

test('an endpoint that is silent takes its time and no more', async () => {
  server.posture = () => undefined;
  server.organization = () => undefined;
  const { problem } = await askEndpoint(server.origin, undefined, NOW, 200);
  expect(problem).toBe('timeout');
});

describe('who is behind an endpoint', () => {
  test('is told by its organisation', async () => {
    expect(await organizationBehind(server.origin, NOW)).toMatchObject({
      document: { organization: { name: 'Acme' } },
    });
    expect(paths()).toEqual(['/v1/organization']);
  });

  test('is not known when it cannot be read', async () => {
    server.organization = json(anOrganizationAnswer({ policy: 7 }));
    expect(await organizationBehind(server.origin, NOW)).toEqual({ problem: 'unreadable' });
  });
});

test('a 304 that nobody asked for is no answer', async () => {
  server.posture = json(aPostureAnswer());
  const before = await askFirst();
  server.posture = status(304);
  const { answers, problem } = await askEndpoint(server.origin, before, later(NOW, HOUR));
  expect(problem).toBe('unreadable');
  expect(answers.answeredAt).toBe(NOW);
});
