import { DAY, HOUR, later, MINUTE } from '../../src/posture/instant.ts';
import { intuneAnswered, managedMac } from './intune-answer.ts';
import { type Inventory, jamfAnswered } from './jamf-answer.ts';
import { type Moment, newest, type SamplePerson } from './person.ts';

const macbook = {
  name: "Erika's MacBook Air",
  serial: 'ZS9MPLE8CF',
  hardwareUuid: '5A3B1E0C-0000-4000-8000-00000000D001',
  mac: '00:00:5E:00:53:31',
  model: 'MacBook Air (15-inch, M4, 2025)',
  modelIdentifier: 'Mac16,13',
};

const inventory = (
  { now, baseline }: Moment,
  age: number,
  found: Pick<Inventory, 'diskState' | 'firewallEnabled'>,
) => ({
  takenAt: later(now, -age),
  osVersion: newest(baseline.os.macos),
  ...found,
});

/**
 * Jamf and Intune contradict each other about the disk within 20 minutes. A second Jamf saw the firewall off three days before the
 * first saw it on.
 */
export const conflict: SamplePerson = {
  id: 'conflict',
  name: 'Erika Mustermann',
  email: 'erika.mustermann@acme.example',
  computer: macbook.serial,
  answersAt: (moment) => [
    jamfAnswered([[macbook, inventory(moment, HOUR, { diskState: 'ENCRYPTED', firewallEnabled: true })]], moment.now),
    jamfAnswered(
      [[macbook, inventory(moment, HOUR + 3 * DAY, { diskState: 'UNKNOWN', firewallEnabled: false })]],
      moment.now,
      { id: 'jamf-studio', name: 'Jamf Pro (studio)' },
    ),
    intuneAnswered(
      [
        managedMac(macbook, {
          syncedAt: later(moment.now, -(HOUR + 20 * MINUTE)),
          osVersion: newest(moment.baseline.os.macos),
          isEncrypted: false,
          settings: { 'MacOSCompliancePolicy.PasswordRequired': 'compliant' },
        }),
      ],
      moment.now,
    ),
  ],
};
