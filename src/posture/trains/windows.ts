import type { OsTrain } from '../baseline.ts';
import { type FixLine, train } from './train.ts';

/** A train whose fixes are the revisions of one build. */
function build(number: string, rest: Omit<OsTrain, 'release'>, newest: FixLine, ...older: readonly FixLine[]): OsTrain {
  const whole = ([revision, releasedAt, { sameFixes, ...more } = {}]: FixLine): FixLine => [
    `${number}.${revision}`,
    releasedAt,
    { ...more, ...(sameFixes && { sameFixes: sameFixes.map((same) => `${number}.${same}`) }) },
  ];
  return train(number, rest, whole(newest), ...older.map(whole));
}

/** Revisions that 24H2, 25H2 and 26H2 have in common. September's hotpatch is not known; October has none. */
const october: FixLine = ['9711', '2026-10-13', { sameFixes: ['9818'] }];
const september: FixLine = ['9445', '2026-09-08', { hotpatched: true }];
const august: FixLine = ['9168', '2026-08-11', { sameFixes: ['9106'] }];

const enterprise = (day: string) => ({ extendedUntil: day, extendedBy: 'edition' }) as const;
const longTerm = (day: string) => ({ extendedUntil: day, extendedBy: 'long-term' }) as const;

export const windows: readonly OsTrain[] = [
  { release: '7601', name: 'Windows 7', supportedUntil: '2020-01-14' },
  { release: '9200', name: 'Windows 8', supportedUntil: '2016-01-12' },
  { release: '9600', name: 'Windows 8.1', supportedUntil: '2023-01-10' },
  { release: '10240', name: 'Windows 10 1507', supportedUntil: '2025-10-14' },
  { release: '10586', name: 'Windows 10 1511', supportedUntil: '2017-10-10' },
  build(
    '14393',
    // LTSB 2016 ended with October's revision; what lies above is Server 2016.
    {
      name: 'Windows 10 1607',
      supportedUntil: '2018-04-10',
      extendedUntil: '2027-01-12',
      extendedAfter: '14393.9612',
    },
    ['9688', '2026-11-10'],
    ['9612', '2026-10-13'],
  ),
  { release: '15063', name: 'Windows 10 1703', supportedUntil: '2019-10-08' },
  { release: '16299', name: 'Windows 10 1709', supportedUntil: '2020-10-13' },
  { release: '17134', name: 'Windows 10 1803', supportedUntil: '2021-05-11' },
  build(
    '17763',
    {
      name: 'Windows 10 1809',
      supportedUntil: '2021-05-11',
      ...longTerm('2029-01-09'),
      extendedAfter: '17763.1935',
    },
    ['9487', '2026-11-10'],
    ['9376', '2026-10-13'],
  ),
  { release: '18362', name: 'Windows 10 1903', supportedUntil: '2020-12-08' },
  { release: '18363', name: 'Windows 10 1909', supportedUntil: '2022-05-10' },
  { release: '19041', name: 'Windows 10 2004', supportedUntil: '2021-12-14' },
  { release: '19042', name: 'Windows 10 20H2', supportedUntil: '2023-05-09' },
  { release: '19043', name: 'Windows 10 21H1', supportedUntil: '2022-12-13' },
  build(
    '19044',
    // LTSC 2021. Its IoT edition goes on until 2032-01-13.
    {
      name: 'Windows 10 21H2',
      supportedUntil: '2024-06-11',
      ...longTerm('2027-01-12'),
      extendedAfter: '19044.4529',
    },
    ['7663', '2026-08-11'],
    ['7548', '2026-07-14'],
  ),
  build(
    '19045',
    // Paid updates; what lies above the last free revision proves them.
    {
      name: 'Windows 10 22H2',
      supportedUntil: '2025-10-14',
      extendedUntil: '2028-10-10',
      extendedAfter: '19045.6456',
    },
    ['7663', '2026-08-11'],
    ['7548', '2026-07-14'],
    ['6456', '2025-10-14'],
  ),
  build(
    '20348',
    { name: 'Windows Server 2022', supportedUntil: '2031-10-14' },
    ['5499', '2026-08-11'],
    ['5386', '2026-07-14'],
  ),
  { release: '22000', name: 'Windows 11 21H2', supportedUntil: '2024-10-08' },
  { release: '22621', name: 'Windows 11 22H2', supportedUntil: '2025-10-14' },
  { release: '22631', name: 'Windows 11 23H2', supportedUntil: '2026-11-10' },
  { release: '25398', name: 'Windows Server 23H2', supportedUntil: '2026-05-12' },
  build(
    '26100',
    {
      name: 'Windows 11 24H2',
      supportedUntil: '2026-10-13',
      ...enterprise('2027-10-12'),
      extendedAfter: '26100.9711',
    },
    october,
    september,
    august,
  ),
  // The build of 24H2, with revisions of its own.
  train(
    'Server 2025',
    { name: 'Windows Server 2025', supportedUntil: '2034-11-14' },
    ['26100.33650', '2026-10-13'],
    ['26100.33296', '2026-08-11'],
  ),
  build(
    '26200',
    { name: 'Windows 11 25H2', supportedUntil: '2027-10-12', ...enterprise('2028-10-10') },
    october,
    september,
    august,
  ),
  build('26300', { name: 'Windows 11 26H2', supportedUntil: '2028-10-10' }, october, ['9457', '2026-09-29']),
  build(
    '28000',
    { name: 'Windows 11 26H1', supportedUntil: '2028-03-14', ...enterprise('2029-03-13') },
    ['3231', '2026-10-13'],
    ['2954', '2026-09-08', { hotpatched: true }],
    ['2704', '2026-08-11'],
  ),
];
