import { DAY, HOUR, later } from '../../src/posture/instant.ts';
import { googleMobileAnswered } from './google-answer.ts';
import { intuneAnswered, intuneTimedOut, managedMac, managedPhone } from './intune-answer.ts';
import { iphone, jamfAt, macbook, mixed, pixelAt } from './mixed.ts';
import { type Moment, newest, type SamplePerson } from './person.ts';

const intuneAt = ({ now, baseline }: Moment) =>
  intuneAnswered(
    [
      managedMac(macbook, {
        syncedAt: later(now, -5 * HOUR),
        osVersion: newest(baseline.os.macos),
        isEncrypted: false,
        settings: { 'MacOSCompliancePolicy.FirewallEnabled': 'compliant' },
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
  );

/** Jane, had Intune known her iPhone: it answered yesterday, and what it said then is what is known. */
export const sourceDown: SamplePerson = {
  ...mixed,
  id: 'source-down',
  answersAt: (moment) => [
    jamfAt(moment),
    intuneTimedOut(intuneAt({ ...moment, now: later(moment.now, -DAY) })),
    googleMobileAnswered([pixelAt(moment)], moment.now),
  ],
};
