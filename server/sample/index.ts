import { conflict } from './conflict.ts';
import { green } from './green.ts';
import { mixed } from './mixed.ts';
import type { SamplePerson } from './person.ts';
import { phones } from './phones.ts';
import { sourceDown } from './source-down.ts';

/** Every sample person. Whoever names none sees the first. */
export const samplePeople: readonly SamplePerson[] = [mixed, green, phones, sourceDown, conflict];
