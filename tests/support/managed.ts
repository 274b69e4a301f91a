import { fakeBrowser } from '@webext-core/fake-browser';

/** What the browser says of device management. */
let answer: () => Promise<Record<string, unknown>> = async () => ({});

/** Has the in-memory browser say so of device management, from now on and without an event, as Chromium may. */
export function manage(said: Record<string, unknown>): void {
  answerBy(async () => structuredClone(said));
}

/** Firefox without a policy for this extension. */
export const manageNothingInFirefox = (): void =>
  answerBy(async () => {
    throw new Error('Managed storage manifest not found');
  });

export const manageUnreadably = (): void =>
  answerBy(async () => {
    throw new Error('An unexpected error occurred');
  });

function answerBy(said: typeof answer): void {
  answer = said;
  Object.assign(fakeBrowser.storage.managed, { get: () => answer() });
}

/** Tells that device management says something else, as a browser does that has events for it. */
export const tellManaged = (): Promise<unknown> => fakeBrowser.storage.onChanged.trigger({}, 'managed');
