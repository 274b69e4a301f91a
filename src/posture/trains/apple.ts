import type { OsTrain } from '../baseline.ts';
import { train } from './train.ts';

/** Fixes stopped, but Apple publishes no end of support. */
const ended = { supportedUntil: null, ended: true };

const ios27 = { supportedUntil: null, asOf: '2026-11-12' };
const fixesOfIos27 = [
  ['27.2', '2026-10-26'],
  ['27.1', '2026-10-23'],
  ['27.0.1', '2026-09-28'],
  ['27.0', '2026-09-14'],
] as const;
const ios26 = { supportedUntil: null, asOf: '2026-10-26' };
const fixesOfIos26 = [
  ['26.7.2', '2026-10-26'],
  ['26.7.1', '2026-09-28'],
  ['26.7', '2026-09-14'],
  ['26.6.1', '2026-08-17'],
] as const;
const ios18 = { supportedUntil: null, asOf: '2026-09-29' };
const fixesOfIos18 = [
  ['18.7.10', '2026-08-17'],
  ['18.7.9', '2026-05-11'],
] as const;
const openInAugust = { supportedUntil: null, asOf: '2026-08-22' };

export const macos: readonly OsTrain[] = [
  train('10.15', { supportedUntil: '2022-09-12' }, ['10.15.8', '2026-02-02']),
  train('11', { supportedUntil: '2023-09-26' }, ['11.7.11', '2026-02-02']),
  train('12', { supportedUntil: '2024-09-16' }, ['12.7.6', '2024-07-29']),
  train('13', { supportedUntil: '2025-09-15' }, ['13.7.8', '2025-08-20']),
  train('14', ended, ['14.8.9', '2026-08-06'], ['14.8.8', '2026-07-27']),
  train('15', ios26, ['15.8.2', '2026-10-26'], ['15.8', '2026-09-14'], ['15.7.9', '2026-08-06']),
  train('26', ios26, ['26.7.2', '2026-10-26'], ['26.7', '2026-09-14'], ['26.6.2', '2026-08-17']),
  train('27', ios27, ['27.2', '2026-10-26'], ['27.1', '2026-10-23'], ['27.0', '2026-09-14']),
];

export const ios: readonly OsTrain[] = [
  train('12', ended, ['12.5.8', '2026-01-26']),
  train('13', ended, ['13.7', '2020-09-01']),
  train('14', ended, ['14.8.1', '2021-10-26']),
  train('15', openInAugust, ['15.8.8', '2026-05-11']),
  train('16', openInAugust, ['16.7.16', '2026-05-11']),
  train('17', { supportedUntil: '2025-05-13' }, ['17.7.7', '2025-05-12']),
  train('18', ios18, ...fixesOfIos18),
  train('26', ios26, ...fixesOfIos26),
  train('27', ios27, ...fixesOfIos27),
];

export const ipados: readonly OsTrain[] = [
  train('17', openInAugust, ['17.7.11', '2026-05-11'], ['17.7.10', '2025-08-20']),
  train('18', ios18, ...fixesOfIos18),
  train('26', ios26, ...fixesOfIos26),
  train('27', ios27, ...fixesOfIos27),
];
