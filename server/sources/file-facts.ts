import * as v from 'valibot';
import { type FactId, factOf } from '../../src/posture/facts.ts';
import type { Instant } from '../../src/posture/instant.ts';
import type { Signal } from '../../src/posture/signal.ts';

/** What a file may say of a device. The others are about a browser, or made of contacts. */
export const fileFacts = [
  'diskEncryption',
  'firewall',
  'automaticUpdates',
  'screenLock',
  'screenLockAfterSeconds',
  'deviceIntegrity',
  'remoteLogin',
  'endpointProtection',
  'systemProtection',
  'osVersion',
  'osBuild',
  'osPatchedAt',
  'pendingUpdates',
  'unknownSources',
  'usbDebugging',
  'companyChecks',
] as const satisfies readonly FactId[];

export type FileFact = (typeof fileFacts)[number];

/** A word that is no value of its fact is still shown as one that was not understood; as much of it as anybody reads. */
const LONGEST_WORD = 200;

/** A value as its fact has it: tables have only text, and people write "On" for "on". */
function factValue(fact: FileFact, written: unknown): unknown {
  if (typeof written !== 'string') return v.is(factOf(fact).value, written) ? written : null;
  const text = written.trim();
  const readings: readonly unknown[] = [text, text.toLowerCase(), Number(text)];
  const known = readings.find((reading) => v.is(factOf(fact).value, reading));
  return known ?? text.slice(0, LONGEST_WORD);
}

const isSaid = (written: unknown): boolean =>
  written !== undefined && written !== null && !(typeof written === 'string' && written.trim() === '');

/** What a row says of a device. None at all when nobody knows when it was observed. */
export const signalsOfRow = (
  facts: Readonly<Record<string, unknown>>,
  source: string,
  observedAt: Instant | undefined,
): readonly Signal[] =>
  observedAt === undefined
    ? []
    : fileFacts.flatMap((fact) => {
        const written = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
        return isSaid(written) ? [{ fact, value: factValue(fact, written), source, observedAt }] : [];
      });
