import { api } from '../browser/api.ts';
import { onChange } from '../browser/permissions.ts';
import { checkSoon } from './schedule.ts';

type Events = Pick<typeof api.management, 'onInstalled' | 'onUninstalled' | 'onEnabled' | 'onDisabled'>;

/**
 * Has a check made when a permission comes or goes, and when an extension does, as far as a permission shows that. A second check
 * follows soon: in Chromium the worker that runs goes on without the functions that came with `management`, and only the next one
 * has them.
 */
export function followPermissions(check: () => void): void {
  followExtensions(check);
  onChange(() => {
    followExtensions(check);
    check();
    void checkSoon();
  });
}

/** The browser has these events with the permission only, but the type says that they are always there. */
function followExtensions(check: () => void): void {
  const management: Partial<Events> | undefined = api.management;
  if (management === undefined) return;
  const { onInstalled, onUninstalled, onEnabled, onDisabled } = management;
  for (const event of [onInstalled, onUninstalled, onEnabled, onDisabled])
    if (event?.hasListener(check) === false) event.addListener(check);
}
