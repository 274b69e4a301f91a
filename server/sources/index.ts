import { fleet } from './fleet.ts';
import { googleChromeos } from './google-chromeos.ts';
import { googleCloudIdentity } from './google-cloud-identity.ts';
import { googleMobile } from './google-mobile.ts';
import { intune } from './intune.ts';
import { jamf } from './jamf.ts';
import { kolide } from './kolide.ts';
import type { ManagementSystem } from './source.ts';

/** Every management system that the gateway can read, by its kind. */
export const systems = {
  jamf,
  intune,
  fleet,
  kolide,
  'google-mobile': googleMobile,
  'google-chromeos': googleChromeos,
  'google-cloud-identity': googleCloudIdentity,
} satisfies Record<string, ManagementSystem>;
