import { HOUR, type Instant, later } from '../../src/posture/instant.ts';
import { chromebook, googleChromeosAnswered, googleMobileAnswered, mobile, patchLevelBefore } from './google-answer.ts';
import { intuneAnswered, managedPc } from './intune-answer.ts';
import { type FoundMac, jamfAnswered } from './jamf-answer.ts';
import { type Moment, newest, type SamplePerson } from './person.ts';

type List<Item> = readonly [Item, ...Item[]];

const pick = <Item>(list: List<Item>, number: number): Item => list[number % list.length] ?? list[0];

const places: List<string> = [
  'Reception',
  'Showroom',
  'Studio',
  'Workshop',
  'Library',
  'Training room',
  'Warehouse',
  'Canteen',
];

/** The numbers of the devices, each kind with its own. */
const numbers = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i);
const macs = numbers(0, 12);
const pcs = numbers(12, 8);
const iphones = numbers(20, 10);
const androids = numbers(30, 7);
const chromebooks = numbers(37, 3);

/** Name and keys of the device with this number. */
function deviceOf(number: number, kind: string) {
  const digits = String(number).padStart(2, '0');
  return {
    name: `${pick(places, number)} ${kind}`,
    serial: `ZSMANY${digits}XQ${digits}`,
    hardwareUuid: `5A3B1E0C-0000-4000-8000-0000000A00${digits}`,
    imei: `0010170001${digits}000`,
    mac: `00:00:5E:00:53:${(0x80 + number).toString(16).toUpperCase()}`,
  };
}

/** Every so many devices, something is not as it should be. */
const isEvery = (step: number, number: number): boolean => number % step === step - 1;

/** Spread over a working day, and each at least two hours ago. */
const seenAt = (now: Instant, number: number): Instant => later(now, -(2 + (number % 9)) * HOUR);

const macModels: List<{ readonly kind: string; readonly model: string; readonly modelIdentifier: string }> = [
  { kind: 'MacBook Air', model: 'MacBook Air (13-inch, M4, 2025)', modelIdentifier: 'Mac16,12' },
  { kind: 'MacBook Pro', model: 'MacBook Pro (14-inch, Nov 2024)', modelIdentifier: 'Mac16,1' },
  { kind: 'Mac mini', model: 'Mac mini (2024)', modelIdentifier: 'Mac16,10' },
];

const foundMac =
  ({ now, baseline }: Moment) =>
  (number: number): FoundMac => {
    const { kind, ...model } = pick(macModels, number);
    return [
      { ...deviceOf(number, kind), ...model },
      {
        takenAt: seenAt(now, number),
        osVersion: newest(baseline.os.macos),
        diskState: isEvery(4, number) ? 'UNENCRYPTED' : 'ENCRYPTED',
        firewallEnabled: !isEvery(6, number),
        attributes: isEvery(5, number) ? { 'Screen lock': 'Off' } : {},
      },
    ];
  };

const pcModels: List<string> = ['Latitude 7450', 'ThinkPad X1', 'Surface Laptop'];

/**
 * The revision of somebody who has installed all that came out since: on Windows what a baseline knows is over by the next patch
 * day, and made-up people are looked at on any day.
 */
const updatedSince = (version: string): string => version.replace(/\d+$/, (revision) => String(Number(revision) + 500));

const syncedPc =
  ({ now, baseline }: Moment) =>
  (number: number) => {
    const model = pick(pcModels, number);
    // Releases that are not numbers are those of servers.
    const release = newest(baseline.os.windows.filter((train) => /^\d+$/.test(train.release)));
    return managedPc(
      { ...deviceOf(number, model), model },
      {
        syncedAt: seenAt(now, number),
        osVersion: release && `10.0.${updatedSince(release)}`,
        isEncrypted: !isEvery(4, number),
        settings: {
          'Windows10CompliancePolicy.ActiveFirewallRequired': 'compliant',
          'Windows10CompliancePolicy.PasswordRequired': isEvery(7, number) ? 'nonCompliant' : 'compliant',
        },
      },
    );
  };

const syncedIphone =
  ({ now, baseline }: Moment) =>
  (number: number) =>
    mobile(
      { ...deviceOf(number, pick(['iPhone 17', 'iPhone 16', 'iPhone 16e'], number)), manufacturer: 'Apple' },
      {
        syncedAt: seenAt(now, number),
        os: `iOS ${newest(baseline.os.ios)}`,
        isCompromised: isEvery(9, number),
        hasPassword: !isEvery(5, number),
      },
    );

const syncedAndroid =
  ({ now, baseline }: Moment) =>
  (number: number) =>
    mobile(
      { ...deviceOf(number, pick(['Pixel 9', 'Pixel 10', 'Pixel 9a'], number)), manufacturer: 'Google' },
      {
        syncedAt: seenAt(now, number),
        os: `Android ${newest(baseline.os.android)}`,
        patchLevel: patchLevelBefore(now, isEvery(3, number) ? 4 : 1),
        isCompromised: isEvery(7, number),
      },
    );

const chromebookModels: List<string> = ['HP Chromebook 14', 'Acer Chromebook Spin 514', 'Lenovo Chromebook Duet'];

const syncedChromebook =
  ({ now, baseline }: Moment) =>
  (number: number) => {
    const milestone = Math.max(...baseline.browsers.chrome.map(({ major }) => major));
    return chromebook(
      { ...deviceOf(number, ''), assetTag: `ACME-CB-${number}`, model: pick(chromebookModels, number) },
      {
        syncedAt: seenAt(now, number),
        osVersion: Number.isFinite(milestone) ? `${milestone}.0.7559.96` : null,
        bootMode: isEvery(3, number) ? 'Dev' : 'Verified',
      },
    );
  };

/** Whoever looks after the devices of a whole house, with many things to fix on some of them. */
export const many: SamplePerson = {
  id: 'many',
  name: 'Mario Rossi',
  email: 'mario.rossi@acme.example',
  computer: deviceOf(0, '').serial,
  answersAt: (moment) => [
    jamfAnswered(macs.map(foundMac(moment)), moment.now),
    intuneAnswered(pcs.map(syncedPc(moment)), moment.now),
    googleMobileAnswered([...iphones.map(syncedIphone(moment)), ...androids.map(syncedAndroid(moment))], moment.now),
    googleChromeosAnswered(chromebooks.map(syncedChromebook(moment)), moment.now),
  ],
};
