import type { Finding } from '../posture/finding.ts';
import type { Permission } from './view.ts';

/** What the browser asks the person for before a practice can be checked. */
const permissions: Readonly<Record<string, Permission>> = {
  'browser-extensions': 'management',
  'safe-browsing': 'privacy',
  'https-only': 'privacy',
  'screen-lock': 'idle',
};

/** The permission that a finding waits for; undefined for one that waits for none. */
export const permissionOf = ({ practice, reason }: Finding): Permission | undefined =>
  reason === 'permission-not-granted' && Object.hasOwn(permissions, practice) ? permissions[practice] : undefined;
