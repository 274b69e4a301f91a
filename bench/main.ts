import { checkCpu } from './check-cpu.ts';
import type { aCheckOf as ACheckOf } from './check-load.ts';
import { gatewayChapters } from './gateway/chapter.ts';
import { idle } from './idle.ts';
import type { Chapter } from './limits.ts';
import { popupChapter } from './popup/chapter.ts';
import { sizes } from './sizes.ts';

export { isPassed, written } from './limits.ts';
export { report } from './report.ts';

/** Measures everything, one after the other, so that nothing disturbs anything else. */
export async function measureAll(
  aCheckOf: typeof ACheckOf,
): Promise<{ readonly browser: string; readonly chapters: readonly Chapter[] }> {
  const size = sizes();
  const cpu = checkCpu(aCheckOf);
  const popup = await popupChapter();
  return { browser: popup.browser, chapters: [popup, size, cpu, await idle(), ...(await gatewayChapters())] };
}
