import { HOUR, type Instant, later } from '../../src/posture/instant.ts';
import { intuneAnswered, managedMac, managedPhone } from './intune-answer.ts';
import { jamfAnswered, type Mac } from './jamf-answer.ts';
import { type Moment, newest, type SamplePerson } from './person.ts';

const macbook: Mac = {
  name: "Petra's MacBook Pro",
  serial: 'ZS6MPLP8NK',
  hardwareUuid: '5A3B1E0C-0000-4000-8000-000000010001',
  mac: '00:00:5E:00:53:71',
  model: 'MacBook Pro',
  modelIdentifier: 'Mac16,1',
};

const macMini: Mac = {
  name: "Petra's Mac mini",
  serial: 'ZS4MPLP2WD',
  hardwareUuid: '5A3B1E0C-0000-4000-8000-000000010002',
  mac: '00:00:5E:00:53:72',
  model: 'Mac mini',
  modelIdentifier: 'Mac16,10',
};

const iphone = {
  name: 'iPhone 17',
  manufacturer: 'Apple',
  serial: 'ZSMPLP17P4',
  imei: '001017000000196',
  mac: '00:00:5E:00:53:73',
};

const wellAt = (takenAt: Instant, { baseline }: Moment) => ({
  takenAt,
  osVersion: newest(baseline.os.macos),
  diskState: 'ENCRYPTED' as const,
  firewallEnabled: true,
});

const syncedMac = (mac: Mac, syncedAt: Instant, { baseline }: Moment) =>
  managedMac(mac, {
    syncedAt,
    osVersion: newest(baseline.os.macos),
    isEncrypted: true,
    settings: {
      'MacOSCompliancePolicy.PasswordRequired': 'compliant',
      'MacOSCompliancePolicy.FirewallEnabled': 'compliant',
    },
  });

/** All is well, and nobody but the person can say which of two computers this one is. */
export const notJoined: SamplePerson = {
  id: 'not-joined',
  name: 'Petra Nowak',
  email: 'petra.nowak@acme.example',
  computer: null,
  answersAt: (moment) => {
    const { now, baseline } = moment;
    return [
      jamfAnswered(
        [
          [macbook, wellAt(later(now, -2 * HOUR), moment)],
          [macMini, wellAt(later(now, -9 * HOUR), moment)],
        ],
        now,
      ),
      intuneAnswered(
        [
          syncedMac(macbook, later(now, -4 * HOUR), moment),
          syncedMac(macMini, later(now, -9 * HOUR), moment),
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
    ];
  },
};
