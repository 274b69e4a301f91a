import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calendarOf, expectedText, textOf } from '../../scripts/baseline.mjs';

const release = (release_date: string | undefined, status = 'retired') => ({
  ...(release_date !== undefined && { release_date }),
  status,
});

const data = {
  __meta: { version: '8.1.9', timestamp: '2026-11-12T14:10:29.391Z' },
  browsers: {
    chrome: {
      releases: {
        '157': release('2026-11-03', 'current'),
        '156': release('2026-10-20'),
        '120': release('2023-12-05'),
        '159': release('2026-12-08', 'nightly'),
        '160': release(undefined, 'planned'),
      },
    },
    edge: { releases: { '157': release('2026-11-05', 'current') } },
    firefox: {
      releases: {
        '3.6': release('2010-01-21'),
        '140': release('2025-12-24', 'esr'),
        '153': release('2026-07-21', 'esr'),
        '160': release('2026-11-10', 'current'),
      },
    },
    safari: { releases: { '27.2': release('2026-10-26', 'current') } },
  },
};

test('the calendar has the releases of the last year and the planned ones that have a day, oldest first', () => {
  const { asOf, browsers } = calendarOf(data);
  expect(asOf).toBe('2026-11-12');
  expect(Object.keys(browsers)).toEqual(['chrome', 'edge', 'firefox']);
  expect(browsers['chrome']?.map(({ major }) => major)).toEqual([156, 157, 159]);
  expect(browsers['firefox']?.map(({ major }) => major)).toEqual([140, 153, 160]);
});

test('even releases of Chrome and Edge may be Extended Stable for eight weeks', () => {
  const { chrome, edge } = calendarOf(data).browsers;
  expect(chrome?.find(({ major }) => major === 156)).toEqual({
    major: 156,
    releasedAt: '2026-10-20',
    supportedUntil: '2026-12-15',
  });
  expect(edge).toEqual([{ major: 157, releasedAt: '2026-11-05' }]);
});

test('a Firefox ESR lives for a year, and as long as the data calls it one', () => {
  const { firefox } = calendarOf(data).browsers;
  expect(firefox?.map(({ supportedUntil }) => supportedUntil)).toEqual(['2027-01-11', '2027-07-20', undefined]);
});

test('data without a browser is not taken for a browser without releases', () => {
  const { chrome, ...others } = data.browsers;
  expect(() => calendarOf({ ...data, browsers: others })).toThrow('no release of chrome');
});

test('the order of the data changes nothing', () => {
  const turned = { ...data, browsers: Object.fromEntries(Object.entries(data.browsers).toReversed()) };
  expect(textOf(calendarOf(turned))).toBe(textOf(calendarOf(data)));
});

test('the file in the repository is what the installed data says: otherwise run npm run baseline', () => {
  expect(readFileSync('src/posture/browser-calendar.ts', 'utf8')).toBe(expectedText());
});
