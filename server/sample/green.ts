import { HOUR, later } from '../../src/posture/instant.ts';
import { intuneAnswered, managedMac, managedPhone } from './intune-answer.ts';
import { jamfAnswered } from './jamf-answer.ts';
import { newest, type SamplePerson } from './person.ts';

const macbook = {
  name: "Richard's MacBook Air",
  serial: 'ZS3MPLG4RN',
  hardwareUuid: '5A3B1E0C-0000-4000-8000-00000000A001',
  mac: '00:00:5E:00:53:01',
  model: 'MacBook Air (13-inch, M4, 2025)',
  modelIdentifier: 'Mac16,12',
};

const iphone = {
  name: 'iPhone 17',
  manufacturer: 'Apple',
  serial: 'ZSMPLG17P1',
  imei: '001017000000014',
  mac: '00:00:5E:00:53:02',
};

/** Everything that the company asks for is in place. */
export const green: SamplePerson = {
  id: 'green',
  name: 'Richard Roe',
  email: 'richard.roe@acme.example',
  computer: macbook.serial,
  answersAt: ({ now, baseline }) => [
    jamfAnswered(
      [
        [
          macbook,
          {
            takenAt: later(now, -2 * HOUR),
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
          syncedAt: later(now, -4 * HOUR),
          osVersion: newest(baseline.os.macos),
          isEncrypted: true,
          settings: {
            'MacOSCompliancePolicy.PasswordRequired': 'compliant',
            'MacOSCompliancePolicy.FirewallEnabled': 'compliant',
          },
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
      ],
      now,
    ),
  ],
};
