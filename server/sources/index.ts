import { intune } from './intune.ts';
import { jamf } from './jamf.ts';
import type { ManagementSystem } from './source.ts';

/** Every management system that the gateway can read, by its kind. */
export const systems = { jamf, intune } satisfies Record<string, ManagementSystem>;
