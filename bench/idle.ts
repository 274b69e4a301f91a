import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInstalled } from '../scripts/run.mjs';
import type { Day, DayPlan } from '../tests/support/day.tsx';
import type { Chapter, Measured } from './limits.ts';

const HOUR_MS = 3_600_000;
const QUARTER_MS = 900_000;

interface Counted {
  readonly title: string;
  readonly plan: DayPlan;
  readonly counted: Day;
}

/** What happens on a day on which nobody, or somebody now and then, looks. Counted by the test that holds it to the rule. */
export async function idle(): Promise<Chapter> {
  const days = await countedDays();
  return {
    title: 'Idle',
    how: [
      'A day of the real worker and the real popup from the installation on, by a clock that is set forward to each alarm and each',
      'opening of the popup (in the first eight hours), in an in-memory browser: `tests/popup/day.test.tsx`, which fails when the rule',
      'is broken. The worker is dead whenever nothing happens. A request comes too soon within the max-age of the last answer or within',
      '15 minutes of the last request, in the background within 12 hours of it.',
    ].join('\n'),
    measured: days.flatMap(measuredOf),
  };
}

async function countedDays(): Promise<readonly Counted[]> {
  const folder = mkdtempSync(join(tmpdir(), 'days-'));
  const results = join(folder, 'days.json');
  try {
    const args = ['run', 'tests/popup/day.test.tsx', '--reporter=json', `--outputFile=${results}`];
    const code = await runInstalled('vitest/vitest.mjs', args, { stdio: 'ignore' });
    if (code !== 0) throw new Error('A day went against the rule: run "npx vitest run tests/popup/day.test.tsx".');
    const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as {
      testResults: readonly { assertionResults: readonly { meta: { day: Counted } }[] }[];
    };
    return testResults.flatMap(({ assertionResults }) => assertionResults.map(({ meta }) => meta.day));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measuredOf({ title, plan, counted: { requests, wakeUps } }: Counted): readonly Measured[] {
  const asked = requests.filter(({ document }) => document === 'posture');
  const leastMs = Math.max(plan.maxAgeSeconds * 1000, QUARTER_MS);
  const tooSoon = asked.filter(({ atMs, occasion }, i) => {
    const before = asked[i - 1];
    const pause = occasion === 'alarm' ? Math.max(leastMs, 12 * HOUR_MS) : leastMs;
    return before !== undefined && atMs - before.atMs < pause;
  });
  const uninvited = Object.entries(wakeUps).filter(([cause]) => !/^(alarm|popup) /.test(cause));
  const inBackground = asked.filter(({ occasion }) => occasion !== 'popup').length;
  const causes = Object.entries(wakeUps).map(([cause, times]) => `${cause} ${times}`);
  return [
    {
      what: `requests that came too soon when ${title}`,
      value: tooSoon.length,
      limit: 0,
      unit: '',
      details: `max-age ${plan.maxAgeSeconds} s, ${asked.length} requests for the person’s document, ${inBackground} of them unasked`,
    },
    {
      what: 'wake-ups by anything but alarms and the popup',
      value: uninvited.reduce((sum, [, times]) => sum + times, 0),
      limit: 0,
      unit: '',
      details: causes.join(', ') || 'none at all',
    },
  ];
}
