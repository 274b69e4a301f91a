import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import { HOUR, MINUTE } from '../../../src/posture/instant.ts';
import {
  type AskedSystem,
  asking,
  inventoryOf,
  serveSystem,
  sharingSource,
  useIn,
} from '../../support/asked-system.ts';

const jane = 'jane@acme.example';
const joe = 'joe@acme.example';
const shown = (email: string) => ({ 'The desk': 'shared', [`Mac of ${email}`]: 'unknown' });

let jamf: AskedSystem;
let ending: AbortController;
beforeEach(async () => {
  jamf = await serveSystem();
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  return jamf.close();
});

describe('a machine that others use, too, stays so', () => {
  test('in the answer that is kept, and in the next one', async () => {
    const { source, questions } = sharingSource(jamf.origin, [jane, joe]);
    const { list, later } = asking([source]);
    for (const email of [jane, joe]) expect(useIn(await list(email))).toEqual(shown(email));
    later(14 * MINUTE);
    for (const email of [jane, joe]) expect(useIn(await list(email))).toEqual(shown(email));
    expect(questions()).toBe(2);
    later(2 * MINUTE);
    await list(jane);
    await vi.waitFor(() => expect(questions()).toBe(3));
    expect(useIn(await list(jane))).toEqual(shown(jane));
  });

  test('in the last answer of a source that fails', async () => {
    const { source } = sharingSource(jamf.origin, [jane, joe]);
    let isDown = false;
    const byPerson = (email: string, signal: AbortSignal) =>
      isDown || !source.connection.byPerson
        ? Promise.reject(new SourceFailure('refused'))
        : source.connection.byPerson(email, signal);
    const { list, later } = asking([{ ...source, connection: { byPerson } }]);
    await list(jane);
    isDown = true;
    later(27 * HOUR);
    const answers = await list(jane);
    expect(answers).toMatchObject([{ status: 'failed', reason: 'refused' }]);
    expect(useIn(answers)).toEqual(shown(jane));
  });

  test('in an inventory', async () => {
    const { source, questions } = sharingSource(jamf.origin, [jane, joe]);
    const { list } = asking([inventoryOf(source)], { signal: ending.signal });
    for (const email of [jane, joe]) expect(useIn(await list(email))).toEqual(shown(email));
    expect(questions()).toBe(1);
  });
});
