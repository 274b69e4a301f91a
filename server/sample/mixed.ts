import { HOUR, later } from '../../src/posture/instant.ts';
import { intuneAnsweredInPart, managedMac, managedPhone } from './intune-answer.ts';
import { jamfAnswered } from './jamf-answer.ts';
import { type Moment, newest, type SamplePerson } from './person.ts';

const macbook = {
  name: "Jane's MacBook Pro",
  serial: 'ZS5MPL7Q2X',
  hardwareUuid: '5A3B1E0C-0000-4000-8000-00000000B001',
  mac: '00:00:5E:00:53:11',
  model: 'MacBook Pro (14-inch, Nov 2024)',
  modelIdentifier: 'Mac16,1',
};

const iphone = {
  name: 'iPhone 17',
  manufacturer: 'Apple',
  serial: 'ZSMPLJ17P2',
  imei: '001017000000022',
  mac: '00:00:5E:00:53:12',
};

const pixel = {
  name: 'Pixel 9',
  manufacturer: 'Google',
  serial: '4Z000SAMPLE09K',
  imei: '001017000000030',
  mac: '00:00:5E:00:53:13',
};

/** Android 13 left the security bulletins on 2026-03-02 (https://endoflife.date/android). */
const ENDED_ANDROID = '13';
const LAST_PATCH_OF_IT = '2026-02-05';

export const jamfAt = ({ now, baseline }: Moment) =>
  jamfAnswered(
    macbook,
    {
      takenAt: later(now, -3 * HOUR),
      osVersion: newest(baseline.os.macos),
      diskState: 'UNENCRYPTED',
      firewallEnabled: null,
    },
    now,
  );

/** Intune is asked for the settings of each device by itself: the request for the Mac's failed, those for the phones did not. */
export const intuneAt = ({ now, baseline }: Moment) =>
  intuneAnsweredInPart(
    [
      managedMac(macbook, {
        syncedAt: later(now, -5 * HOUR),
        osVersion: newest(baseline.os.macos),
        isEncrypted: false,
      }),
      managedPhone(
        iphone,
        {
          syncedAt: later(now, -HOUR),
          osVersion: newest(baseline.os.ios),
          isEncrypted: true,
          settings: { 'IosCompliancePolicy.PasscodeRequired': 'compliant' },
        },
        { operatingSystem: 'iOS', jailBroken: 'False' },
      ),
      managedPhone(
        pixel,
        {
          syncedAt: later(now, -2 * HOUR),
          osVersion: ENDED_ANDROID,
          isEncrypted: true,
          settings: { 'AndroidCompliancePolicy.PasswordRequired': 'compliant' },
        },
        { operatingSystem: 'Android', jailBroken: 'False', androidSecurityPatchLevel: LAST_PATCH_OF_IT },
      ),
    ],
    now,
  );

/** One thing matters much, one a little, and one cannot be checked. */
export const mixed = {
  id: 'mixed',
  name: 'Jane Doe',
  email: 'jane.doe@acme.example',
  computer: macbook.serial,
  answersAt: (moment) => [jamfAt(moment), intuneAt(moment)],
} satisfies SamplePerson;
