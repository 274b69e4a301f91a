import * as v from 'valibot';
import { inJson, type ManagedName, type ManagedSettings, managedSettings } from './managed-settings.ts';
import type { Refusal } from './settings-in-effect.ts';

/** What was understood of managed storage, and the names of what was not. */
export interface ManagedReading {
  readonly settings: ManagedSettings;
  readonly refused: readonly Pick<Refusal, 'name' | 'reason'>[];
}

/** A name that is longer than any of ours is told up to here. */
const LIMIT_NAME = 100;

/** Tools that cannot leave a value out leave it empty. */
const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Reads managed storage value by value: one that cannot be read costs only itself, and is named. Never throws. */
export function readManaged(said: Readonly<Record<string, unknown>>): ManagedReading {
  const values = Object.entries(said).filter(([, value]) => isSaid(value));
  // What is said as it is comes last, and so before its text.
  const read = [...values.filter(([key]) => isInJson(key)), ...values.filter(([key]) => !isInJson(key))].map(readValue);
  return {
    settings: Object.fromEntries(read.flatMap((one) => ('name' in one ? [[one.name, one.value]] : []))),
    refused: read.flatMap((one) => ('refused' in one ? [one.refused] : [])),
  };
}

type Read =
  | { readonly name: ManagedName; readonly value: unknown }
  | { readonly refused: ManagedReading['refused'][0] };

function readValue([key, value]: readonly [string, unknown]): Read {
  const name = isInJson(key) ? inJson[key] : key;
  const told = key.slice(0, LIMIT_NAME);
  if (!isManagedName(name)) return { refused: { name: told, reason: 'unknown' } };
  const result = v.safeParse(managedSettings[name] as v.GenericSchema, value);
  return result.success ? { name, value: result.output } : { refused: { name: told, reason: 'unreadable' } };
}

const isInJson = (key: string): key is keyof typeof inJson => Object.hasOwn(inJson, key);
const isManagedName = (name: string): name is ManagedName => Object.hasOwn(managedSettings, name);
