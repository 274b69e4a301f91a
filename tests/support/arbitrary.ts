import fc from 'fast-check';
import type { Device, ReportedDevice } from '../../src/posture/device.ts';
import { type FactId, factIds } from '../../src/posture/facts.ts';
import { identityOf } from '../../src/posture/identity.ts';
import { HOUR, later } from '../../src/posture/instant.ts';
import { platforms } from '../../src/posture/platform.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { type SourceReport, sourceStatuses } from '../../src/posture/source.ts';
import { aDevice, aReport, aSource, NOW } from './posture.ts';

const sourceId = fc.constantFrom('jamf', 'intune', 'fleet', 'browser');

/** Values as sources write them, good, bad and absurd. */
const value = fc.oneof(
  fc.constantFrom(
    'on',
    'off',
    'encrypting',
    'intact',
    'jailbroken',
    '26.7.2',
    '14.8.9',
    '10.0.26200.9711',
    0,
    300,
    9000,
  ),
  fc.constantFrom<object>(
    { count: 0 },
    { count: 2, security: 1 },
    { sip: 'on' },
    { sip: 'off', gatekeeper: 'on' },
    [],
    [{ name: 'Falcon', state: 'running' }],
    [{ name: 'falcon', state: 'stopped' }],
    [{ id: '1', title: 'Backup', result: 'pass' }],
    [{ id: '1', title: 'Backup', result: 'fail' }],
    { state: 'on', controlledBy: 'person' },
  ),
  fc.record({ name: fc.constantFrom('chrome', 'firefox', 'opera'), version: fc.constantFrom('158.0', '150.0', 'x') }),
  fc.anything({ maxDepth: 2 }),
);

/** From long stale to far in the future. */
const observedAt = fc.integer({ min: -24 * 20, max: 24 * 2 }).map((hours) => later(NOW, hours * HOUR));

export const anySignal: fc.Arbitrary<Signal> = fc.record({
  fact: fc.constantFrom<FactId>(...factIds),
  value,
  source: sourceId,
  observedAt,
});

export const anyDevice: fc.Arbitrary<Device> = fc
  .record({ platform: fc.constantFrom(...platforms), signals: fc.array(anySignal, { maxLength: 25 }) })
  .map((device) => aDevice(device));

export const anySource: fc.Arbitrary<SourceReport> = fc
  .record({ id: sourceId, status: fc.constantFrom(...sourceStatuses) })
  .map(aSource);

const few = (...texts: string[]) => fc.option(fc.constantFrom(...texts), { nil: undefined });

/** Records whose keys overlap in every way, conflicts included. */
export const anyReport: fc.Arbitrary<ReportedDevice> = fc
  .record({
    source: sourceId,
    platform: fc.constantFrom('macos', 'windows', 'unknown'),
    serial: few('SERIAL1', 'SERIAL2', 'none'),
    hardwareUuid: few('309a4b7d000040008e7f26ae0815ede8', '409a4b7d000040008e7f26ae0815ede8'),
    imei: few('35693803564380', '35693803564381'),
    macs: fc.array(fc.constantFrom('a483e7123456', 'a483e7123457', '02:42:ac:1b:00:06'), { maxLength: 2 }),
    signals: fc.array(anySignal, { maxLength: 3 }),
  })
  .map(({ serial, hardwareUuid, imei, macs, ...rest }) =>
    aReport({ ...rest, identity: identityOf({ serial, hardwareUuid, imei, macs }) } as Partial<ReportedDevice>),
  );
