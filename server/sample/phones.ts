import { HOUR, later } from '../../src/posture/instant.ts';
import { googleMobileAnswered, mobile, patchLevelBefore } from './google-answer.ts';
import { intuneAnswered, managedMac, managedPhone } from './intune-answer.ts';
import { jamfAnswered } from './jamf-answer.ts';
import { newest, type SamplePerson } from './person.ts';

const macbook = {
  name: "Max's MacBook Pro",
  serial: 'ZS7MPLM4XP',
  hardwareUuid: '5A3B1E0C-0000-4000-8000-00000000C001',
  mac: '00:00:5E:00:53:21',
  model: 'MacBook Pro (16-inch, Nov 2024)',
  modelIdentifier: 'Mac16,5',
};

const iphone = {
  name: 'iPhone 16',
  manufacturer: 'Apple',
  serial: 'ZSMPLM16P3',
  imei: '001017000000048',
  mac: '00:00:5E:00:53:22',
};

const galaxy = {
  name: 'Galaxy S25',
  manufacturer: 'Samsung',
  serial: 'ZSAMPLES25M',
  imei: '001017000000055',
  mac: '00:00:5E:00:53:23',
};

/** The computer is in order, both phones are broken out of their makers' limits. */
export const phones: SamplePerson = {
  id: 'phones',
  name: 'Max Mustermann',
  email: 'max.mustermann@acme.example',
  computer: macbook.serial,
  answersAt: ({ now, baseline }) => [
    jamfAnswered(
      [
        [
          macbook,
          {
            takenAt: later(now, -HOUR),
            osVersion: newest(baseline.os.macos),
            diskState: 'ENCRYPTED',
            firewallEnabled: true,
          },
        ],
      ],
      now,
    ),
    intuneAnswered(
      [
        managedMac(macbook, {
          syncedAt: later(now, -6 * HOUR),
          osVersion: newest(baseline.os.macos),
          isEncrypted: true,
          settings: { 'MacOSCompliancePolicy.PasswordRequired': 'compliant' },
        }),
        managedPhone(
          iphone,
          {
            syncedAt: later(now, -3 * HOUR),
            osVersion: newest(baseline.os.ios),
            isEncrypted: true,
            settings: { 'IosCompliancePolicy.PasscodeRequired': 'compliant' },
          },
          { operatingSystem: 'iOS', jailBroken: 'True' },
        ),
      ],
      now,
    ),
    googleMobileAnswered(
      [
        mobile(galaxy, {
          syncedAt: later(now, -8 * HOUR),
          os: `Android ${newest(baseline.os.android)}`,
          patchLevel: patchLevelBefore(now, 1),
          isCompromised: true,
        }),
      ],
      now,
    ),
  ],
};
