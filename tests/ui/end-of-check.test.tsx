import { expect, test } from 'vitest';
import { later, MINUTE } from '../../src/posture/instant.ts';
import { present } from '../../src/posture/present.ts';
import { allDone, claimOf, fixOnThisComputer, unreachable } from '../support/assessments.ts';
import { NOW } from '../support/posture.ts';
import { showPopup, textOf } from './show.tsx';

const status = '[role=status]';
const newer = { ...fixOnThisComputer(), assessedAt: later(NOW, 1000) };

test('the message stays as it is when something is claimed afterwards', () => {
  const { page, renew } = showPopup(allDone());
  renew(newer);
  renew(present(newer, [claimOf('disk-encryption')], NOW));
  expect(textOf(page, status)).toBe('Checked just now1 thing to fix on this computer');
});

test('it goes once "just now" is over', () => {
  const { page, renew } = showPopup(allDone());
  renew(newer);
  renew(newer, { now: later(NOW, MINUTE) });
  expect(textOf(page, status)).toBe('');
});

test('a check that reached nobody is not called one', () => {
  const { page, renew } = showPopup(allDone());
  renew({ ...unreachable('offline', 2), assessedAt: later(NOW, 1000) });
  expect(textOf(page, status)).toMatch(/^Offline\. This was true on Saturday.*3 things to fix/);
});
