import { cleanup, render as renderWhole } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storedAssessment, storedClaims, storedOwnAnswers } from '../../src/browser/stored.ts';
import { effectsAfterPaint } from '../../src/popup/after-paint.ts';
import { LivePopup } from '../../src/popup/LivePopup.tsx';
import { readStored } from '../../src/popup/stored-view.ts';
import { statesAlone, statesWithCompany } from '../support/page-states.ts';
import { NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';

const states = Object.entries({ ...statesAlone, ...statesWithCompany });

let frames: (() => void)[];
const paint = () => frames.splice(0).forEach((callback) => void callback());

beforeEach(() => {
  runIn();
  frames = [];
  vi.useFakeTimers({ now: new Date(NOW) });
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
});

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const main = (page: ParentNode): Element => page.querySelector('main') as Element;
/** Element by element, so that a difference is told by the element. */
const written = (element: Element | null): readonly string[] | undefined => element?.outerHTML.split(/(?=<)/);

const inSight = ['h1', '[role=tablist]', '.notice', '.device', 'details[open] > .card-body'];

test.each(states)('%s: what is in sight comes first, what is folded or below the edge after it', async (_, state) => {
  await storedAssessment.set(state.assessment);
  await storedClaims.set([...(state.claims ?? [])]);
  await storedOwnAnswers.set([...(state.ownAnswers ?? [])]);
  const stored = await readStored();
  const { container: whole } = renderWhole(<LivePopup stored={stored} />);
  const page = document.body.appendChild(document.createElement('div'));
  effectsAfterPaint();
  render(<LivePopup stored={stored} />, page);

  expect(main(page).getAttribute('aria-busy')).toBe('true');
  for (const part of inSight)
    expect(written(page.querySelector(part)), part).toEqual(written(whole.querySelector(part)));
  expect(page.querySelector('details:not([open]) .card-body > *')).toBeNull();
  expect(page.querySelectorAll('*').length).toBeLessThan(whole.querySelectorAll('*').length);

  paint();
  paint();
  await vi.waitFor(() => expect(main(page).hasAttribute('aria-busy')).toBe(false));
  await vi.waitFor(() => expect(written(main(page))).toEqual(written(main(whole))));
  render(null, page);
});
