import { describe, expect, test } from 'vitest';
import { withWithdrawn } from '../../src/background/withdrawn.ts';
import type { Assessment, Finding } from '../../src/posture/finding.ts';
import { selfCheck } from '../support/assessments.ts';
import { said } from '../support/posture.ts';

const byBrowser = [said('extensions', [], 'browser', 0)];

/** This computer, with one finding of the extensions. */
const assessed = (change: Partial<Finding>, device = 'this-computer'): Assessment => {
  const assessment = selfCheck();
  const [computer] = assessment.devices;
  const [finding] = computer!.findings;
  const findings = [{ ...finding!, device, practice: 'browser-extensions', decidedBy: [], ...change }];
  return { ...assessment, devices: [{ ...computer!, id: device, findings }] };
};

const notGranted = { rating: 'unknown', reason: 'permission-not-granted' } as const;
const isWithdrawn = (before: Assessment | undefined, now: Assessment) =>
  withWithdrawn(now, before).devices[0]?.findings[0]?.isWithdrawn ?? false;

describe('a permission that is not there', () => {
  test.each([
    ['was never there', undefined, false],
    ['was not there before either', assessed(notGranted), false],
    ['had let the browser tell', assessed({ rating: 'ok', decidedBy: byBrowser }), true],
    ['was known to be taken back', assessed({ ...notGranted, isWithdrawn: true }), true],
    ['had nothing to do with what a tool told', assessed({ rating: 'ok', decidedBy: [said('extensions', [])] }), false],
    ['had let it tell before this computer was joined', assessed({ rating: 'ok', decidedBy: byBrowser }, 'd_1'), true],
  ])('and %s', (_, before, expected) => {
    expect(isWithdrawn(before, assessed(notGranted))).toBe(expected);
  });
});

test('what is told again is not withdrawn', () => {
  const before = assessed({ ...notGranted, isWithdrawn: true });
  expect(isWithdrawn(before, assessed({ rating: 'ok', decidedBy: byBrowser }))).toBe(false);
});
