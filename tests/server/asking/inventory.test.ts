import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR } from '../../../src/posture/instant.ts';
import { type AskedSystem, asking, inventoryOf, serveSystem, sourceAt } from '../../support/asked-system.ts';

const jane = 'jane@acme.example';

let jamf: AskedSystem;
let ending: AbortController;
beforeEach(async () => {
  jamf = await serveSystem();
  jamf.everybody = [jane, 'joe@acme.example'];
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  return jamf.close();
});

const inventory = () => asking([inventoryOf(sourceAt(jamf.origin))], { signal: ending.signal });

test('A system that lists everybody is read once, and answers about each', async () => {
  const { ask } = inventory();
  expect(await ask(jane)).toMatchObject([{ status: 'answered', names: [`Mac of ${jane}`] }]);
  expect(await ask('joe@acme.example')).toMatchObject([{ names: ['Mac of joe@acme.example'] }]);
  expect(jamf.questions()).toBe(1);
});

test('Whoever is not in it has no device there', async () => {
  expect(await inventory().ask('eve@acme.example')).toMatchObject([{ status: 'answered', names: [] }]);
});

test('An inventory that cannot be read is a failure', async () => {
  jamf.behaviour = 'fail';
  expect(await inventory().ask(jane)).toMatchObject([{ status: 'failed', reason: 'refused', answeredAt: null }]);
});

test('A day and two hours later it is no longer current, and what it said is the last known', async () => {
  const { ask, later } = inventory();
  const [first] = await ask(jane);
  jamf.behaviour = 'fail';
  later(25 * HOUR);
  expect(await ask(jane)).toMatchObject([{ status: 'answered', answeredAt: first?.answeredAt }]);
  later(2 * HOUR);
  expect(await ask(jane)).toMatchObject([
    { status: 'failed', answeredAt: first?.answeredAt, names: [`Mac of ${jane}`] },
  ]);
});

test('Among very many people, each is asked about alone until the inventory has been read', async () => {
  let read = () => {};
  const reading = new Promise<void>((done) => {
    read = done;
  });
  const source = sourceAt(jamf.origin);
  const { snapshot, ...byPerson } = source.connection;
  const late = async function* (signal: AbortSignal) {
    await reading;
    if (snapshot) yield* snapshot(signal);
  };
  const connected = { ...source, connection: { ...byPerson, snapshot: late } };
  const { ask, later } = asking([connected], { people: 1_000_000, signal: ending.signal });
  const [alone] = await ask(jane);
  expect(alone).toMatchObject({ status: 'answered', names: [`Mac of ${jane}`] });
  read();
  await vi.waitFor(() => expect(jamf.questions()).toBe(2));
  later(1 * HOUR);
  await ask(jane);
  await vi.waitFor(async () => expect((await ask(jane))[0]?.answeredAt).not.toBe(alone?.answeredAt));
  expect(jamf.questions()).toBe(2);
});
