import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Device } from '../../src/posture/device.ts';
import type { DeviceHints } from '../../src/posture/device-hints.ts';
import { type BrowserView, type Choice, subjectsOf } from '../../src/posture/this-computer.ts';
import { keysTold, sealed } from '../support/hints.ts';
import { aDevice, daysAgo, hoursAgo, said } from '../support/posture.ts';
import { property } from '../support/property.ts';

const UUID = '5a3b1e0c-0000-4000-8000-00000000b001';
const OTHER_UUID = '5a3b1e0c-0000-4000-8000-00000000b002';

const macbook = aDevice({
  id: 'd_macbook',
  ...keysTold({ serial: 'ZS5MPL7Q2X', hardwareUuid: UUID, assetTag: 'ACME-0417' }),
});
const mini = aDevice({
  id: 'd_mini',
  ...keysTold({ serial: 'ZS6MPLP8NK', hardwareUuid: OTHER_UUID, assetTag: 'ACME-0418' }),
});
/** Of which no tool tells an asset tag or a UUID. */
const plain = aDevice({ id: 'd_plain', ...keysTold({ serial: 'ZS7MPLX1AB' }) });
const nameless = aDevice({ id: 'd_nameless' });
const iphone = aDevice({ id: 'd_iphone', platform: 'ios', form: 'phone', serialEnding: '7Q2X' });

const onMac: BrowserView = { platform: 'macos', signals: [], gaps: [] };

interface Given {
  readonly devices?: readonly Device[];
  readonly view?: Partial<BrowserView>;
  readonly choice?: Choice;
}

const everybody = [iphone, plain, nameless, mini, macbook];

function seen(hints: DeviceHints, { devices = everybody, view = {}, choice }: Given = {}) {
  const [first] = subjectsOf(devices, { ...onMac, ...view }, { hints: sealed(hints), choice });
  return {
    joined: first?.isJoined ? `${first.device.id} ${first.joinedBy}` : undefined,
    asked: first?.question?.isAnswered === false ? first.question.devices : [],
    question: first?.question,
  };
}

describe('a hint of device management', () => {
  test.each<[string, DeviceHints]>([
    ['a serial number', { serial: 'ZS5MPL7Q2X' }],
    ['a serial number in lower case', { serial: 'zs5mpl7q2x' }],
    ['a hardware UUID', { hardwareUuid: UUID.toUpperCase() }],
    ['an asset tag', { assetTag: 'acme-0417' }],
    ['the end of a serial number', { serialEnding: '7q2x' }],
    ['all of them', { serial: 'ZS5MPL7Q2X', hardwareUuid: UUID, assetTag: 'ACME-0417', serialEnding: '7Q2X' }],
    ['one that fits and a placeholder', { serial: 'ZS5MPL7Q2X', assetTag: 'No Asset Tag', hardwareUuid: '$UDID' }],
  ])('joins the one computer that it fits: %s', (_, hints) => {
    expect(seen(hints).joined).toBe('d_macbook managed');
  });

  test('joins also where the device is not known to have what else is given', () => {
    expect(
      seen({ serial: 'ZS7MPLX1AB', assetTag: 'ACME-9999', hardwareUuid: UUID.replace('b001', 'b009') }).joined,
    ).toBe('d_plain managed');
  });

  test.each<[string, DeviceHints, Given?]>([
    ['no hint', {}],
    ['one that fits no device', { serial: 'ZS9MPLX9ZZ' }],
    ['one that fits two', { assetTag: 'ACME-0417' }, { devices: [macbook, { ...macbook, id: 'd_twin' }] }],
    [
      'an ending that two have',
      { serialEnding: '7Q2X' },
      { devices: [macbook, { ...nameless, serialEnding: '7Q2X' }] },
    ],
    ['two that name different devices', { serial: 'ZS5MPL7Q2X', assetTag: 'ACME-0418' }],
    ['one that another contradicts', { serial: 'ZS5MPL7Q2X', hardwareUuid: UUID.replace('b001', 'b009') }],
    ['a serial number and another ending', { serial: 'ZS5MPL7Q2X', serialEnding: '8NK1' }],
    [
      'one whose contradiction points to a device of which less is known',
      { serial: 'ZS7MPLX1AB', assetTag: 'ACME-0417' },
    ],
    ['one that fits a phone only', { serialEnding: '7Q2X' }, { devices: [iphone, plain] }],
    [
      'one that fits a phone of an unknown system',
      { serialEnding: '7Q2X' },
      { devices: [{ ...iphone, platform: 'unknown' }] },
    ],
    ['a placeholder', { serial: 'To be filled by O.E.M.' }, { devices: [aDevice(keysTold({ assetTag: 'A1' }))] }],
  ])('joins nothing: %s', (_, hints, given) => {
    expect(seen(hints, given).joined).toBeUndefined();
  });

  test('an ambiguous ending beside a serial number takes nothing from it', () => {
    const twin = aDevice({ id: 'd_twin', ...keysTold({ serial: 'ZS8MPL7Q2X' }) });
    const hints = { serial: 'ZS5MPL7Q2X', serialEnding: '7Q2X' };
    expect(seen(hints, { devices: [twin, macbook] }).joined).toBe('d_macbook managed');
  });

  test('compares a serial number by its end where a gateway tells no more', () => {
    const { hints: _, ...older } = macbook;
    expect(seen({ serial: 'ZS5MPL7Q2X' }, { devices: [older, mini] }).joined).toBe('d_macbook managed');
    expect(
      seen({ serial: 'ZS5MPL7Q2X' }, { devices: [{ ...macbook, hints: keysTold({ serial: 'XX5MPL7Q2X' }).hints }] })
        .joined,
    ).toBeUndefined();
  });

  test('is worth nothing in another person’s answer', () => {
    const others = { ...macbook, ...keysTold({ serial: 'ZS5MPL7Q2X', assetTag: 'ACME-0417' }, 'sha256:john') };
    expect(seen({ serial: 'ZS5MPL7Q2X' }, { devices: [others] }).joined).toBeUndefined();
    expect(seen({ assetTag: 'ACME-0417' }, { devices: [others] }).joined).toBeUndefined();
  });

  test('does not let one system of a machine speak for its other', () => {
    const windows = { ...macbook, id: 'd_windows', platform: 'windows' } as const;
    const hints = { serial: 'ZS5MPL7Q2X' };
    expect(seen(hints, { devices: [macbook, windows] }).joined).toBe('d_macbook managed');
    expect(seen(hints, { devices: [macbook, windows], view: { platform: 'windows' } }).joined).toBe(
      'd_windows managed',
    );
    expect(seen(hints, { devices: [macbook], view: { platform: 'windows' } }).joined).toBeUndefined();
  });

  test('gives the same in any order of devices, and never joins a device that it contradicts', () => {
    const some = (...texts: string[]) => fc.option(fc.constantFrom(...texts), { nil: undefined });
    const anyHints = fc.record({
      serial: some('ZS5MPL7Q2X', 'ZS6MPLP8NK', 'ZS7MPLX1AB', 'None'),
      hardwareUuid: some(UUID, OTHER_UUID),
      assetTag: some('ACME-0417', 'ACME-0418', 'No Asset Tag'),
      serialEnding: some('7Q2X', '8NK1', 'X1AB'),
    });
    property([anyHints, fc.subarray(everybody)], (hints, devices) => {
      const { joined, asked } = seen(hints, { devices });
      expect(seen(hints, { devices: devices.toReversed() })).toMatchObject({ joined, asked });
      if (joined === undefined) return;
      const own = devices.find(({ id }) => joined.startsWith(`${id} `));
      const known = sealed(hints).filter(({ sealed: key = '', kind }) =>
        own?.hints?.some((hint) => hint.startsWith(`${kind}:`) && hint !== key),
      );
      expect(known).toEqual([]);
    });
  });
});

describe('the person’s choice', () => {
  const among = ['d_plain', 'd_nameless', 'd_mini', 'd_macbook'];
  const chosen = (device: string | null, listed = among): Given => ({ choice: { device, among: listed } });

  test('joins the device that they name', () => {
    expect(seen({}, chosen('d_mini'))).toMatchObject({ joined: 'd_mini own', asked: [] });
  });

  test('gives way to a hint', () => {
    expect(seen({ serial: 'ZS5MPL7Q2X' }, chosen('d_mini')).joined).toBe('d_macbook managed');
  });

  test.each<[string, DeviceHints, string]>([
    ['of a device that a hint knows to be another', { serial: 'ZS9MPLX9ZZ' }, 'd_mini'],
    ['of a phone', {}, 'd_iphone'],
    ['of a device that is not listed any more', {}, 'd_gone'],
  ])('%s joins nothing', (_, hints, device) => {
    expect(seen(hints, chosen(device)).joined).toBeUndefined();
  });

  test('settles what hints contradict each other about', () => {
    const hints = { serial: 'ZS5MPL7Q2X', assetTag: 'ACME-0418' };
    expect(seen(hints).asked.slice(0, 2).toSorted()).toEqual(['d_macbook', 'd_mini']);
    expect(seen(hints, chosen('d_macbook')).joined).toBe('d_macbook own');
  });

  test('of none is not asked for again, until another computer is listed', () => {
    expect(seen({}, chosen(null))).toMatchObject({ joined: undefined, asked: [], question: { isAnswered: true } });
    expect(seen({}, { ...chosen(null), devices: [mini, macbook] }).asked).toEqual([]);
    expect(seen({}, chosen(null, ['d_plain', 'd_nameless', 'd_mini'])).asked).toContain('d_macbook');
    expect(seen({}, { ...chosen(null), devices: [...everybody, { ...iphone, id: 'd_second' }] }).asked).toEqual([]);
  });
});

describe('what is proposed', () => {
  const at = (id: string, change: Partial<Device>) => aDevice({ id, ...change });
  const seenAt = (lastContactAt: string) => ({
    seenBy: [{ source: 'jamf', lastContactAt, joinedBy: 'alone' as const }],
  });

  test('the same system first, then the same model, then the same version, then what was seen last', () => {
    const devices = [
      at('d_pc', { platform: 'windows', ...seenAt(hoursAgo(0)) }),
      at('d_old', seenAt(daysAgo(9))),
      at('d_new', seenAt(hoursAgo(2))),
      at('d_version', { ...seenAt(daysAgo(20)), signals: [said('osVersion', '26.7.2')] }),
      at('d_model', { ...seenAt(daysAgo(30)), model: 'Mac16,1' }),
      at('d_never', { seenBy: [] }),
    ];
    const view = { model: 'Mac16,1', signals: [said('osVersion', '26.7.2', 'browser', 0)] };
    const order = ['d_model', 'd_version', 'd_new', 'd_old', 'd_never', 'd_pc'];
    expect(seen({}, { devices, view }).asked).toEqual(order);
    expect(seen({}, { devices: devices.toReversed(), view }).asked).toEqual(order);
  });

  test('never a phone or a tablet, and nothing where there is none but those', () => {
    const ipad = at('d_ipad', { platform: 'ipados', form: 'tablet' });
    const android = at('d_android', { platform: 'android', form: 'tablet' });
    const unknown = at('d_unknown', { platform: 'unknown', form: 'phone' });
    expect(seen({}, { devices: [iphone, ipad, android, unknown] }).question).toBeUndefined();
    expect(seen({}, { devices: [] }).question).toBeUndefined();
  });

  test('nothing in the browser of a phone', () => {
    expect(seen({}, { view: { platform: 'android' } }).question).toBeUndefined();
    const choice = { device: 'd_mini', among: ['d_mini'] };
    expect(seen({}, { view: { platform: 'android' }, choice }).joined).toBeUndefined();
  });

  test('not what a hint knows to be another computer', () => {
    expect(seen({ serial: 'ZS9MPLX9ZZ' }).asked).toEqual(['d_nameless']);
    expect(seen({ serial: 'ZS9MPLX9ZZ' }, { devices: [macbook, mini] }).question).toBeUndefined();
  });

  test('first of all what a hint fits that fits another too', () => {
    const twin = { ...nameless, serialEnding: '7Q2X', seenBy: [] };
    const devices = [mini, twin, { ...macbook, seenBy: [] }];
    expect(seen({ serialEnding: '7Q2X' }, { devices }).asked.toSorted()).toEqual(['d_macbook', 'd_nameless']);
  });
});
