import { duoDesktop } from './duo-desktop.ts';
import { duoPhones } from './duo-phones.ts';
import { file } from './file.ts';
import { fleet } from './fleet.ts';
import { googleChromeos } from './google-chromeos.ts';
import { googleCloudIdentity } from './google-cloud-identity.ts';
import { googleMobile } from './google-mobile.ts';
import { intune } from './intune.ts';
import { jamf } from './jamf.ts';
import { jamfMobile } from './jamf-mobile.ts';
import { jumpcloud } from './jumpcloud.ts';
import { kolide } from './kolide.ts';
import { okta } from './okta.ts';
import type { ManagementSystem } from './source.ts';
import { workspaceOne } from './workspace-one.ts';

/** Every management system that the gateway can read, by its kind. */
export const systems = {
  jamf,
  'jamf-mobile': jamfMobile,
  intune,
  fleet,
  kolide,
  'google-mobile': googleMobile,
  'google-chromeos': googleChromeos,
  'google-cloud-identity': googleCloudIdentity,
  file,
  jumpcloud,
  'workspace-one': workspaceOne,
  'duo-desktop': duoDesktop,
  'duo-phones': duoPhones,
  okta,
} satisfies Record<string, ManagementSystem>;
