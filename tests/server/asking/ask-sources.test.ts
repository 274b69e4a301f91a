import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import { DAY, epochMs, HOUR, MINUTE } from '../../../src/posture/instant.ts';
import { type AskedSystem, asking, serveSystem, sourceAt } from '../../support/asked-system.ts';

const jane = 'jane@acme.example';
const mac = [`Mac of ${jane}`];

function held() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

let jamf: AskedSystem;
let slow: AskedSystem;
beforeEach(async () => {
  [jamf, slow] = await Promise.all([serveSystem(), serveSystem()]);
});
afterEach(() => Promise.all([jamf.close(), slow.close()]));

const bothSources = () => [sourceAt(jamf.origin), sourceAt(slow.origin, 'slow')];

describe('somebody of whom nothing is known yet', () => {
  test('is asked about at all sources at once', async () => {
    jamf.until = vi.waitUntil(() => slow.questions() === 1, 5000);
    slow.until = vi.waitUntil(() => jamf.questions() === 1, 5000);
    expect(await asking(bothSources()).ask(jane)).toMatchObject([
      { id: 'jamf', status: 'answered', reason: null, names: mac },
      { id: 'slow', status: 'answered', reason: null, names: mac },
    ]);
  });

  test('is asked about once per source, however many ask at once', async () => {
    const { ask } = asking(bothSources());
    const answers = await Promise.all(Array.from({ length: 1000 }, () => ask(jane)));
    expect(answers.every(([first, second]) => first?.names.length === 1 && second?.names.length === 1)).toBe(true);
    expect([jamf.questions(), slow.questions()]).toEqual([1, 1]);
  });

  test('hears of those who are late without waiting for them, and has their answer the next time', async () => {
    const { promise, resolve } = held();
    slow.until = promise;
    const { ask } = asking(bothSources(), { answerWithinMs: 1000 });
    expect(await ask(jane)).toMatchObject([
      { id: 'jamf', status: 'answered', names: mac },
      { id: 'slow', status: 'late', reason: 'timeout', answeredAt: null, names: [] },
    ]);
    resolve();
    await vi.waitFor(async () => expect(await ask(jane)).toMatchObject([{}, { status: 'answered', names: mac }]));
    expect(slow.questions()).toBe(1);
  });

  test('hears of those who fail, and they are left alone for a while', async () => {
    slow.behaviour = 'fail';
    const { ask, later } = asking(bothSources());
    expect(await ask(jane)).toMatchObject([{}, { status: 'failed', reason: 'refused', answeredAt: null }]);
    const asked = slow.questions();
    await ask(jane);
    expect(slow.questions()).toBe(asked);
    slow.behaviour = 'answer';
    later(6 * MINUTE);
    expect(await ask(jane)).toMatchObject([{}, { status: 'answered', names: mac }]);
  });

  test('is not mixed up with anybody else', async () => {
    const { ask } = asking([sourceAt(jamf.origin)]);
    await ask(jane);
    expect(await ask('joe@acme.example')).toMatchObject([{ names: ['Mac of joe@acme.example'] }]);
  });
});

describe('somebody of whom something is known', () => {
  test('is not asked about again before the time, and gets the very same list', async () => {
    const { list, later } = asking(bothSources());
    const first = await list(jane);
    later(14 * MINUTE);
    expect(await list(jane)).toBe(first);
    expect(jamf.questions()).toBe(1);
  });

  test('has what is known at once, and what is asked behind it the next time', async () => {
    const { ask, later } = asking([sourceAt(jamf.origin)]);
    const [first] = await ask(jane);
    later(16 * MINUTE);
    const { promise, resolve } = held();
    jamf.until = promise;
    expect(await ask(jane)).toMatchObject([{ status: 'answered', answeredAt: first?.answeredAt }]);
    resolve();
    await vi.waitFor(async () => expect((await ask(jane))[0]?.answeredAt).not.toBe(first?.answeredAt));
    expect(jamf.questions()).toBe(2);
  });

  test('waits for a new answer when the last one is no longer current', async () => {
    const { ask, later } = asking([sourceAt(jamf.origin)]);
    const [first] = await ask(jane);
    later(27 * HOUR);
    const [second] = await ask(jane);
    expect(epochMs(second?.answeredAt ?? '') - epochMs(first?.answeredAt ?? '')).toBeGreaterThan(26 * HOUR);
  });

  test.each([
    ['fail', 'failed', 8000],
    ['hang', 'late', 500],
  ] as const)(
    'keeps the last answer with its own time when the source begins to %s (wire rule 5)',
    async (behaviour, status, answerWithinMs) => {
      const { ask, later } = asking([sourceAt(jamf.origin)], { answerWithinMs });
      const [first] = await ask(jane);
      jamf.behaviour = behaviour;
      later(27 * HOUR);
      const [second] = await ask(jane);
      expect(second).toMatchObject({ status, answeredAt: first?.answeredAt, names: mac });
    },
  );

  test('is forgotten when the source has failed for longer than anything it said could count', async () => {
    const { ask, later } = asking([sourceAt(jamf.origin)]);
    await ask(jane);
    jamf.behaviour = 'fail';
    later(8 * DAY);
    expect(await ask(jane)).toMatchObject([{ status: 'failed', answeredAt: null, names: [] }]);
  });
});

test('An answer says when asking again may tell something new', async () => {
  const dueAfter = async (people: number | undefined) => {
    const [answer] = await asking([sourceAt(jamf.origin)], { people }).ask(jane);
    return epochMs(answer?.dueAt ?? '') - epochMs(answer?.answeredAt ?? '');
  };
  expect(await dueAfter(10)).toBe(15 * MINUTE);
  expect(await dueAfter(undefined)).toBe(12 * HOUR);
});

describe('an answer in which something could not be asked', () => {
  const whole = { general: { name: `Mac of ${jane}` }, security: { firewallEnabled: false } };
  const partly = { general: { name: `Mac of ${jane}` } };
  let records: readonly object[] = [whole];
  const source = () => {
    const byPerson = () =>
      Promise.resolve({
        records: records.map((record) => ({ owners: [jane], record })),
        isPartial: !records.includes(whole),
      });
    return { ...sourceAt(jamf.origin), connection: { byPerson } };
  };

  test('is told beside the last whole one, which it does not improve (wire rule 5)', async () => {
    const { list, later } = asking([source()]);
    const [first] = await list(jane);
    expect(first).toMatchObject({ status: 'answered', json: { results: [whole] } });
    for (let round = 0; round < 2; round += 1) {
      records = [partly];
      later(27 * HOUR);
      const [second] = await list(jane);
      expect(second).toMatchObject({ status: 'failed', reason: 'partial', json: { results: [partly, whole] } });
      expect(epochMs(second?.answeredAt ?? '')).toBeGreaterThan(epochMs(first?.answeredAt ?? ''));
    }
    records = [whole];
    later(27 * HOUR);
    expect(await list(jane)).toMatchObject([{ status: 'answered', json: { results: [whole] } }]);
  });
});

test('Who asks for more than the quota hears what was said before, as long as that is current', async () => {
  const { byPerson } = sourceAt(jamf.origin).connection;
  let isSpent = false;
  const connection = {
    byPerson: (email: string, signal: AbortSignal) =>
      isSpent || !byPerson ? Promise.reject(new SourceFailure('throttled')) : byPerson(email, signal),
  };
  const { ask, later } = asking([{ ...sourceAt(jamf.origin), connection }]);
  const [first] = await ask(jane);
  isSpent = true;
  later(20 * MINUTE);
  await ask(jane);
  expect(await ask(jane)).toMatchObject([{ status: 'answered', answeredAt: first?.answeredAt, names: mac }]);
  expect(await ask('joe@acme.example')).toMatchObject([{ status: 'failed', reason: 'throttled', answeredAt: null }]);
  later(27 * HOUR);
  expect(await ask(jane)).toMatchObject([{ status: 'failed', reason: 'throttled', names: mac }]);
});

test('What a source lists for somebody else does not become this person’s', async () => {
  const source = sourceAt(jamf.origin);
  const byPerson = source.connection.byPerson;
  const searching = {
    ...source,
    connection: byPerson ? { byPerson: (_: string, s: AbortSignal) => byPerson('joe@acme.example', s) } : {},
  };
  expect(await asking([searching]).ask(jane)).toMatchObject([{ status: 'answered', names: [] }]);
});
