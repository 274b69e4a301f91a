import { DAY, epochMs, HOUR, type Instant, instant, later } from '../../src/posture/instant.ts';
import type { Policy } from '../../src/posture/policy.ts';
import { intuneAnswered, managedMac } from './intune-answer.ts';
import { jamfAnswered } from './jamf-answer.ts';
import { newest, type SamplePerson } from './person.ts';

const macbook = {
  name: "John's MacBook Pro",
  serial: 'ZS2MPLC4RT',
  hardwareUuid: '5A3B1E0C-0000-4000-8000-00000000E001',
  mac: '00:00:5E:00:53:41',
  model: 'MacBook Pro (14-inch, M5, 2025)',
  modelIdentifier: 'Mac17,2',
};

/** Noon, so that it is the same day nearly everywhere. */
const TIME_LEFT = 10 * DAY + 12 * HOUR;

/** Moves on at midnight only, so that the organisation document stays the same for a day. */
function policyAt(now: Instant): Policy {
  const today = instant(Math.floor(epochMs(now) / DAY) * DAY);
  const dueAt = later(today, TIME_LEFT);
  return { version: `due-${dueAt}`, practices: { 'disk-encryption': { dueAt } } };
}

/** Three things matter much, and the company has set a day for one of them. */
export const critical: SamplePerson = {
  id: 'critical',
  name: 'John Doe',
  email: 'john.doe@acme.example',
  computer: macbook.serial,
  policyAt,
  answersAt: ({ now, baseline }) => [
    jamfAnswered(
      [
        [
          macbook,
          {
            takenAt: later(now, -2 * HOUR),
            osVersion: newest(baseline.os.macos),
            diskState: 'UNENCRYPTED',
            firewallEnabled: true,
            attributes: { 'Screen lock': 'Off', 'Acme Guard': 'Stopped' },
          },
        ],
      ],
      now,
    ),
    intuneAnswered(
      [
        managedMac(macbook, {
          syncedAt: later(now, -7 * HOUR),
          osVersion: newest(baseline.os.macos),
          isEncrypted: false,
          settings: { 'MacOSCompliancePolicy.FirewallEnabled': 'compliant' },
        }),
      ],
      now,
    ),
  ],
};
