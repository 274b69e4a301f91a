import { api } from './api.ts';

/** The size of the window that stays beside the system's settings, in CSS pixels (wire rule 12). */
const STEPS = { width: 400, height: 640 };

/** Opens the steps of a finding in a small window of their own; in a tab where the browser has no windows (Firefox for Android). */
export async function openSteps({
  device,
  practice,
}: {
  readonly device: string;
  readonly practice: string;
}): Promise<void> {
  const url = api.runtime.getURL(`src/popup/steps.html?${new URLSearchParams({ device, practice })}`);
  // Firefox for Android has none, but the type says that it is always there.
  const { windows }: Partial<Pick<typeof api, 'windows'>> = api;
  if (windows === undefined) await openTab(url);
  else await windows.create({ url, type: 'popup', ...STEPS });
}

export const openOptions = (): Promise<void> => api.runtime.openOptionsPage();

/** Opens a page in a new tab. Rejects for pages that the browser keeps from extensions, such as Firefox's `about:` pages. */
export async function openTab(url: string): Promise<void> {
  await api.tabs.create({ url });
}
