import { cleanup, render as renderWhole } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storedAssessment, storedClaims, storedOwnAnswers } from '../../src/browser/stored.ts';
import { effectsAfterPaint } from '../../src/popup/after-paint.ts';
import { LivePopup } from '../../src/popup/LivePopup.tsx';
import { readStored, type Stored } from '../../src/popup/stored-view.ts';
import { type PageState, statesAlone, statesWithCompany } from '../support/page-states.ts';
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

async function stored(state: PageState): Promise<Stored> {
  await storedAssessment.set(state.assessment);
  await storedClaims.set([...(state.claims ?? [])]);
  await storedOwnAnswers.set([...(state.ownAnswers ?? [])]);
  return readStored();
}

/** The popup with nothing of what comes after its first frame. */
function firstFrame(of: Stored): HTMLElement {
  const page = document.body.appendChild(document.createElement('div'));
  effectsAfterPaint();
  render(<LivePopup stored={of} />, page);
  return page;
}

test.each(states)('%s: what is in sight comes first, what is folded or below the edge after it', async (_, state) => {
  const contents = await stored(state);
  // First of all, since it does not leave the effects of another page waiting.
  const { container: whole } = renderWhole(<LivePopup stored={contents} />);
  const page = firstFrame(contents);
  expect(main(page).getAttribute('aria-busy')).toBe('true');
  for (const part of inSight)
    expect(written(page.querySelector(part)), part).toEqual(written(whole.querySelector(part)));
  expect(page.querySelector('details:not([open]) .card-body > *')).toBeNull();
  expect(page.querySelector('.sources')).toBeNull();

  paint();
  paint();
  await vi.waitFor(() => expect(main(page).hasAttribute('aria-busy')).toBe(false));
  await vi.waitFor(() => expect(written(main(page))).toEqual(written(main(whole))));
  render(null, page);
});

test.each<[string, string, readonly string[]]>([
  ['what is open stands in the first section', 'something to do on three devices', ['warn']],
  ['what is open stands below the first section', 'no company', ['browser', 'yourself']],
  ['nothing is open', 'nothing but unknown', ['browser']],
])('%s: the sections down to it come first', async (_, name, places) => {
  const page = firstFrame(await stored(Object.fromEntries(states)[name] as PageState));
  const sections = [...page.querySelectorAll<HTMLElement>('.panel > [data-place], .panel > [data-group]')];
  expect(sections.map(({ dataset }) => dataset['place'] ?? dataset['group'])).toEqual(places);
  render(null, page);
});
