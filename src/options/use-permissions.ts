import { useEffect, useState } from 'preact/hooks';
import { isOfUse } from '../browser/permission-use.ts';
import { has, isFixed, onChange, optionalPermissions, type SwitchedPermission } from '../browser/permissions.ts';
import { currentPlatform } from '../browser/platform.ts';
import { runningBrowser } from '../browser/running-browser.ts';

/** A permission that is of use in this browser, and whether it is switched on. */
export interface Permission {
  readonly permission: SwitchedPermission;
  readonly isGranted: boolean;
  /** Whether nobody can switch it off. */
  readonly isFixed: boolean;
}

/**
 * What this browser may be asked, now and after every change; empty until that is known. With `hasDeadlines`, so may a message on the
 * desktop before one: of no use where nobody asks for anything by a day.
 */
export function usePermissions(hasDeadlines: boolean): readonly Permission[] {
  const [permissions, setPermissions] = useState<readonly Permission[]>([]);
  useEffect(() => {
    const refresh = (): void => void readPermissions(hasDeadlines).then(setPermissions, () => undefined);
    refresh();
    return onChange(refresh);
  }, [hasDeadlines]);
  return permissions;
}

async function readPermissions(hasDeadlines: boolean): Promise<readonly Permission[]> {
  const [platform, browser] = await Promise.all([currentPlatform(), runningBrowser()]);
  const useful = optionalPermissions.filter((permission) => isOfUse(permission, platform, browser));
  const asked: readonly SwitchedPermission[] =
    hasDeadlines || isFixed('notifications') ? [...useful, 'notifications'] : useful;
  return Promise.all(
    asked.map(async (permission) => ({ permission, isGranted: await has(permission), isFixed: isFixed(permission) })),
  );
}
