import { render } from '@testing-library/preact';
import { vi } from 'vitest';
import { type AssessmentInput, assess } from '../../src/posture/assess.ts';
import type { Device } from '../../src/posture/device.ts';
import type { FactId } from '../../src/posture/facts.ts';
import type { Assessment } from '../../src/posture/finding.ts';
import { present } from '../../src/posture/present.ts';
import type { Reason } from '../../src/posture/reason.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { BROWSER } from '../../src/posture/source.ts';
import { subjectsOf } from '../../src/posture/this-computer.ts';
import { Popup } from '../../src/ui/Popup.tsx';
import type { Actions, View } from '../../src/ui/view.ts';
import { acme, intune, jamf } from '../support/assessments.ts';
import { unmanaged } from '../support/management.ts';
import { anInput, NOW, said } from '../support/posture.ts';

export const bySelf = (fact: FactId, value: unknown): Signal => said(fact, value, BROWSER, 0);
const gap = (fact: FactId, reason: Extract<Reason, 'browser-cannot-know' | 'permission-not-granted'>) => ({
  fact,
  source: BROWSER,
  reason,
});

export const chromeIsNew = bySelf('browserVersion', { name: 'chrome', version: '158.0.8200.1' });

interface Seen {
  readonly devices?: readonly Device[];
  /** What this browser says of itself. */
  readonly signals?: readonly Signal[];
  readonly notTold?: readonly FactId[];
  readonly notAllowed?: readonly FactId[];
}

const viewOf = ({ signals = [], notTold = [], notAllowed = [] }: Seen) =>
  ({
    platform: 'macos',
    signals: [chromeIsNew, ...signals],
    gaps: [
      ...['osVersion' as const, ...notTold].map((fact) => gap(fact, 'browser-cannot-know')),
      ...notAllowed.map((fact) => gap(fact, 'permission-not-granted')),
    ],
  }) as const;

/** A person's devices at Acme, seen from Chrome on the Mac among them. */
export const atAcme = (seen: Seen, input: Partial<AssessmentInput> = {}): Assessment =>
  assess(
    anInput({
      subjects: subjectsOf(seen.devices ?? [], viewOf(seen), { sample: 'sealed:mac' }),
      organization: acme,
      sources: [jamf, intune],
      ...input,
    }),
  );

/** Chrome on a Mac without a company. */
export const alone = (seen: Seen = {}): Assessment =>
  atAcme(seen, {
    organization: null,
    sources: [],
    connection: { endpoint: null, problem: null, answeredAt: null },
  });

export const actions = {
  check: vi.fn<Actions['check']>(),
  showSteps: vi.fn<Actions['showSteps']>(),
  claim: vi.fn<Actions['claim']>(),
  unclaim: vi.fn<Actions['unclaim']>(),
  answer: vi.fn<Actions['answer']>(),
  unanswer: vi.fn<Actions['unanswer']>(),
  chooseComputer: vi.fn<Actions['chooseComputer']>(),
  forgetComputer: vi.fn<Actions['forgetComputer']>(),
  signIn: vi.fn<Actions['signIn']>(),
  putOffSignIn: vi.fn<Actions['putOffSignIn']>(),
  allow: vi.fn<Actions['allow']>(),
  openOptions: vi.fn<Actions['openOptions']>(),
  openTab: vi.fn<Actions['openTab']>(),
} satisfies Actions;

export const aView = (assessment: Assessment, changes: Partial<View> = {}): View => ({
  ownAnswers: [],
  now: NOW,
  locale: 'en',
  viewer: { platform: 'macos', browser: 'chrome' },
  management: unmanaged,
  actions,
  ...changes,
  assessment: present(assessment, [], changes.now ?? NOW),
});

/** Shows the page of an assessment; what it gives shows another in its place. */
export function show(assessment: Assessment, changes: Partial<View> = {}) {
  const { rerender } = render(<Popup {...aView(assessment, changes)} isChecking={false} />);
  return (next: Assessment, nextChanges: Partial<View> = {}) =>
    rerender(<Popup {...aView(next, nextChanges)} isChecking={false} />);
}

/** Isolates around foreign text cannot be seen. */
export const textOf = (element: Element | null): string =>
  (element?.textContent ?? '').replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');

export const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector}`);
  return found;
};

export const findAll = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
