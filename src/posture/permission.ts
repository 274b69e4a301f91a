import type { Finding } from './finding.ts';

/** What a browser gives only when the person says so, and what the person switches on and off in the settings. */
export const optionalPermissions = ['management', 'privacy', 'idle'] as const;
export type OptionalPermission = (typeof optionalPermissions)[number];

/** The same, and one that no check needs: a message on the desktop before a deadline. */
export type SwitchedPermission = OptionalPermission | 'notifications';

/** What only a company's own build may declare, and only a policy grants. */
export const companyPermissions = ['enterprise.hardwarePlatform', 'enterprise.deviceAttributes'] as const;
export type CompanyPermission = (typeof companyPermissions)[number];

const neededBy: Readonly<Record<string, OptionalPermission>> = {
  'browser-extensions': 'management',
  'safe-browsing': 'privacy',
  'https-only': 'privacy',
  'screen-lock': 'idle',
};

/** The permission that a finding waits for; undefined for one that waits for none. */
export const permissionOf = ({
  practice,
  reason,
}: Pick<Finding, 'practice' | 'reason'>): OptionalPermission | undefined =>
  reason === 'permission-not-granted' && Object.hasOwn(neededBy, practice) ? neededBy[practice] : undefined;
