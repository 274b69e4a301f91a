import { conflict } from './conflict.ts';
import { critical } from './critical.ts';
import { empty } from './empty.ts';
import { green } from './green.ts';
import { many } from './many.ts';
import { mixed } from './mixed.ts';
import { notJoined } from './not-joined.ts';
import type { SamplePerson } from './person.ts';
import { phones } from './phones.ts';
import { sourceDown } from './source-down.ts';
import { stale } from './stale.ts';

/** Every sample person. Whoever names none sees the first. */
export const samplePeople: readonly SamplePerson[] = [
  mixed,
  green,
  critical,
  phones,
  stale,
  sourceDown,
  conflict,
  empty,
  many,
  notJoined,
];
