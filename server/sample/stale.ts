import { DAY, later } from '../../src/posture/instant.ts';
import { googleMobileAnswered, mobile, patchLevelBefore } from './google-answer.ts';
import { jamfAnswered } from './jamf-answer.ts';
import { newest, type SamplePerson } from './person.ts';

const macbook = {
  name: "Otto's MacBook Air",
  serial: 'ZS8MPLS7AL',
  hardwareUuid: '5A3B1E0C-0000-4000-8000-00000000F001',
  mac: '00:00:5E:00:53:51',
  model: 'MacBook Air (13-inch, M3, 2024)',
  modelIdentifier: 'Mac15,12',
};

const pixel = {
  name: 'Pixel 10',
  manufacturer: 'Google',
  serial: '4Z000SAMPLE10S',
  imei: '001017000000063',
  mac: '00:00:5E:00:53:52',
};

/** All was well when the devices were last heard from, which is too long ago to say so. */
export const stale: SamplePerson = {
  id: 'stale',
  name: 'Otto Normalverbraucher',
  email: 'otto.normalverbraucher@acme.example',
  computer: macbook.serial,
  answersAt: ({ now, baseline }) => [
    jamfAnswered(
      [
        [
          macbook,
          {
            takenAt: later(now, -60 * DAY),
            osVersion: newest(baseline.os.macos),
            diskState: 'ENCRYPTED',
            firewallEnabled: true,
          },
        ],
      ],
      now,
    ),
    googleMobileAnswered(
      [
        mobile(pixel, {
          syncedAt: later(now, -40 * DAY),
          os: `Android ${newest(baseline.os.android)}`,
          patchLevel: patchLevelBefore(now, 2),
        }),
      ],
      now,
    ),
  ],
};
