import { HOUR, later } from '../../src/posture/instant.ts';
import { googleMobileAnswered, mobile, patchLevelBefore } from './google-answer.ts';
import { intuneNeverAnswered } from './intune-answer.ts';
import { jamfAnswered } from './jamf-answer.ts';
import { type Moment, newest, type SamplePerson } from './person.ts';

export const macbook = {
  name: "Jane's MacBook Pro",
  serial: 'ZS5MPL7Q2X',
  hardwareUuid: '5A3B1E0C-0000-4000-8000-00000000B001',
  mac: '00:00:5E:00:53:11',
  model: 'MacBook Pro (14-inch, Nov 2024)',
  modelIdentifier: 'Mac16,1',
};

export const iphone = {
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

export const jamfAt = ({ now, baseline }: Moment) =>
  jamfAnswered(
    [
      [
        macbook,
        {
          takenAt: later(now, -3 * HOUR),
          osVersion: newest(baseline.os.macos),
          diskState: 'UNENCRYPTED',
          firewallEnabled: null,
        },
      ],
    ],
    now,
  );

export const pixelAt = ({ now, baseline }: Moment) =>
  mobile(pixel, {
    syncedAt: later(now, -2 * HOUR),
    os: `Android ${newest(baseline.os.android)}`,
    // Fixes of the last months are missing, but not of half a year.
    patchLevel: patchLevelBefore(now, 4),
  });

/** One thing matters much, one a little, and one cannot be checked: the firewall, of which only Intune would know. */
export const mixed = {
  id: 'mixed',
  name: 'Jane Doe',
  email: 'jane.doe@acme.example',
  computer: macbook.serial,
  answersAt: (moment) => [
    jamfAt(moment),
    intuneNeverAnswered,
    googleMobileAnswered(
      [
        mobile(iphone, {
          syncedAt: later(moment.now, -HOUR),
          os: `iOS ${newest(moment.baseline.os.ios)}`,
        }),
        pixelAt(moment),
      ],
      moment.now,
    ),
  ],
} satisfies SamplePerson;
