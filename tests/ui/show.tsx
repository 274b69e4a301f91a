import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach } from 'vitest';
import type { Assessment } from '../../src/posture/finding.ts';
import { Popup } from '../../src/ui/Popup.tsx';
import { StepsPage } from '../../src/ui/StepsPage.tsx';
import type { Actions, FindingRef, View, Viewer } from '../../src/ui/view.ts';
import { unmanaged } from '../support/management.ts';
import { NOW } from '../support/posture.ts';
import { remedies } from '../support/remedies.ts';

afterEach(cleanup);

interface Shown {
  readonly page: HTMLElement;
  /** What was asked for, in order: the action and its argument. */
  readonly asked: readonly (readonly [keyof Actions, unknown])[];
  /** Shows a newer assessment in the same page. */
  readonly renew: (assessment: Assessment | undefined, changes?: Changes) => void;
}

type Changes = Partial<Pick<View, 'now' | 'locale'>> & {
  readonly isChecking?: boolean;
  readonly viewer?: Viewer | undefined;
};

const onMac: Viewer = { platform: 'macos', browser: 'chrome' };

/** The popup in a document, with actions that only remember what was asked. */
export const showPopup = (assessment: Assessment | undefined, changes: Changes = {}): Shown =>
  show((props) => <Popup {...props} />, assessment, changes);

/** The window with the directions for one finding. */
export const showSteps = (assessment: Assessment | undefined, wanted: FindingRef, changes: Changes = {}): Shown =>
  show((props) => <StepsPage {...props} wanted={wanted} remedies={remedies[wanted.practice]} />, assessment, changes);

type PageProps = Parameters<typeof Popup>[0];

function show(page: (props: PageProps) => ReturnType<typeof Popup>, atFirst: Assessment | undefined, changes: Changes) {
  const asked: (readonly [keyof Actions, unknown])[] = [];
  const remember = (name: keyof Actions) => (argument?: unknown) => void asked.push([name, argument]);
  const actions: Actions = {
    check: remember('check'),
    showSteps: remember('showSteps'),
    claim: remember('claim'),
    unclaim: remember('unclaim'),
    answer: remember('answer'),
    unanswer: remember('unanswer'),
    chooseComputer: remember('chooseComputer'),
    forgetComputer: () => remember('forgetComputer')(),
    signIn: () => remember('signIn')(),
    putOffSignIn: () => remember('putOffSignIn')(),
    allow: remember('allow'),
    openOptions: () => remember('openOptions')(),
    openTab: remember('openTab'),
  };
  const props = {
    now: NOW,
    locale: 'en',
    viewer: onMac,
    isChecking: false,
    ownAnswers: [],
    management: unmanaged,
    actions,
    ...changes,
  } as const;
  const { container, rerender } = render(page({ ...props, assessment: atFirst }));
  return {
    page: container as HTMLElement,
    asked,
    renew: (assessment: Assessment | undefined, more: Changes = {}) =>
      rerender(page({ ...props, ...more, assessment })),
  };
}

/** The text without the isolates around foreign text. */
export const read = ({ textContent }: Element): string => (textContent ?? '').replace(/[\u2068\u2069]/g, '');

/** The text of what matches first; undefined when nothing matches. */
export function textOf(page: HTMLElement, selector: string): string | undefined {
  const found = page.querySelector(selector);
  return found === null ? undefined : read(found);
}

export const textsOf = (page: HTMLElement, selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map(read);

export function find(page: HTMLElement, selector: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`Nothing matches ${selector}`);
  return found;
}

/** The card or row of a finding. */
export const findingIn = (page: HTMLElement, practice: string): HTMLElement =>
  find(page, `[data-practice="${practice}"]`);

/** The button or link with this text. */
export function control(page: HTMLElement, text: string): HTMLElement {
  const found = [...page.querySelectorAll<HTMLElement>('button, a')].find(
    (element) => read(element).includes(text) || element.getAttribute('aria-label') === text,
  );
  if (found === undefined) throw new Error(`No control says "${text}"`);
  return found;
}

export const click = (element: HTMLElement): void => void fireEvent.click(element);
