import { useEffect, useState } from 'preact/hooks';
import { isOfUse } from '../browser/permission-use.ts';
import { has, type OptionalPermission, onChange, optionalPermissions } from '../browser/permissions.ts';
import { currentPlatform } from '../browser/platform.ts';
import { runningBrowser } from '../browser/running-browser.ts';

/** A permission that is of use in this browser, and whether it is switched on. */
export interface Permission {
  readonly permission: OptionalPermission;
  readonly isGranted: boolean;
}

/** What this browser may be asked, now and after every change; empty until that is known. */
export function usePermissions(): readonly Permission[] {
  const [permissions, setPermissions] = useState<readonly Permission[]>([]);
  useEffect(() => {
    const refresh = (): void => void readPermissions().then(setPermissions, () => undefined);
    refresh();
    return onChange(refresh);
  }, []);
  return permissions;
}

async function readPermissions(): Promise<readonly Permission[]> {
  const [platform, browser] = await Promise.all([currentPlatform(), runningBrowser()]);
  const useful = optionalPermissions.filter((permission) => isOfUse(permission, platform, browser));
  return Promise.all(useful.map(async (permission) => ({ permission, isGranted: await has(permission) })));
}
