import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { StepsPage } from '../../src/ui/StepsPage.tsx';
import { aMac } from '../support/assessments.ts';
import { said } from '../support/posture.ts';
import { remedies } from '../support/remedies.ts';
import { atAcme, aView, bySelf, find, findAll, show, textOf } from './popup-of.tsx';

afterEach(cleanup);

const HOSTILE = '<img src=x onerror=alert(1)>';

const checks = said('companyChecks', [
  { id: '1', title: 'Password manager', result: 'fail', text: 'Install it from Self Service' },
  { id: '2', title: 'Backup', result: 'pass' },
  { id: '3', title: HOSTILE, result: 'fail', text: '\u202eevil\u0000 text' },
]);

const partsOf = (practice: string) =>
  findAll(`[data-practice=${practice}] [data-part]`).map((part) => [part.dataset['part'], textOf(part).trim()]);

describe('each part of a finding has a line of its own', () => {
  test('the company’s failing checks, with their title and text as text', () => {
    show(atAcme({ devices: [aMac({}, checks)] }));
    expect(partsOf('company-check')).toEqual([
      ['nudge', 'Suggested Password manager: Install it from Self Service'],
      ['nudge', `Suggested ${HOSTILE}: evil text`],
    ]);
    expect(document.querySelector('[data-practice] img')).toBeNull();
  });

  test('the extensions that stand out, by name', () => {
    const extension = { id: 'x', name: 'Shopping Helper', state: 'on', installed: 'sideloaded', reach: 'wide' };
    show(atAcme({ devices: [aMac()], signals: [bySelf('extensions', [extension])] }));
    expect(partsOf('browser-extensions')).toEqual([
      ['nudge', 'Suggested Shopping Helper was added by another program'],
    ]);
  });

  test('protections, each with its own rating', () => {
    show(
      atAcme({
        devices: [aMac({}, said('systemProtection', { sip: 'off', gatekeeper: 'on', secureBoot: 'reduced' }))],
      }),
    );
    const parts = partsOf('system-protection');
    expect(new Set(parts.map(([rating]) => rating)).size).toBeGreaterThan(1);
  });

  test('a part that this version has no words for is named after its practice', () => {
    const assessment = atAcme({ devices: [aMac({}, checks)] });
    const devices = assessment.devices.map((device) => ({
      ...device,
      findings: device.findings.map((finding) => ({
        ...finding,
        parts: finding.parts.map((part) => ({ ...part, observed: 'constructor' })),
      })),
    }));
    show({ ...assessment, devices });
    expect(partsOf('company-check')[0]).toEqual(['nudge', 'Suggested Your company’s own checks']);
  });

  test('in the window with the steps as well', () => {
    const view = aView(atAcme({ devices: [aMac({}, checks)] }));
    const wanted = { device: 'd_mac', practice: 'company-check' };
    render(<StepsPage {...view} wanted={wanted} remedies={remedies['company-check']} isChecking={false} />);
    expect(partsOf('company-check')).toHaveLength(2);
    expect(textOf(find('[data-part]'))).toContain('Install it from Self Service');
  });
});

test('a finding without parts has no list of them', () => {
  show(atAcme({ devices: [aMac({}, said('diskEncryption', 'off'))] }));
  expect(document.querySelector('[data-part]')).toBeNull();
});
