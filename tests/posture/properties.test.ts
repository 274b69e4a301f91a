import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/posture/assess.ts';
import { collate } from '../../src/posture/collate.ts';
import { facts } from '../../src/posture/facts.ts';
import { elapsed, HOUR, MINUTE } from '../../src/posture/instant.ts';
import { notices } from '../../src/posture/notices.ts';
import { present } from '../../src/posture/present.ts';
import { readOrganization, readPosture } from '../../src/posture/read-wire.ts';
import { headline } from '../../src/posture/summary.ts';
import { anyDevice, anyReport, anySource } from '../support/arbitrary.ts';
import { anInput, NOW, someone } from '../support/posture.ts';
import { property } from '../support/property.ts';

const seal = (key: string) => `sha256:${createHash('sha256').update(key).digest('hex')}`;

describe('assessment', () => {
  test('never throws, and what it says can be presented and summed up', () => {
    property([fc.array(anyDevice, { maxLength: 4 }), fc.array(anySource, { maxLength: 4 })], (devices, sources) => {
      const assessment = present(assess(anInput({ subjects: devices.map(someone), sources })), [], NOW);
      expect(headline(assessment).id).toBeTypeOf('string');
      expect(notices(assessment, NOW)).toBeInstanceOf(Array);
    });
  });

  test('ok rests on signals that are there, fresh, readable and not of the future', () => {
    property([anyDevice, fc.array(anySource, { maxLength: 4 })], (device, sources) => {
      const [assessed] = assess(anInput({ subjects: [someone(device)], sources })).devices;
      for (const finding of assessed?.findings.filter(({ rating }) => rating === 'ok') ?? []) {
        expect(finding.decidedBy.length).toBeGreaterThan(0);
        for (const { fact, observedAt } of finding.decidedBy) {
          const age = elapsed(observedAt, NOW);
          expect(age).toBeGreaterThanOrEqual(-5 * MINUTE);
          expect(age).toBeLessThan(facts[fact].maxAgeHours * HOUR);
        }
      }
    });
  });

  test('any order and repetition of the signals gives the same answer', () => {
    property([anyDevice, fc.integer()], (device, seed) => {
      const shuffled = [...device.signals, ...device.signals].toSorted((a, b) =>
        seal(JSON.stringify(a) + seed) < seal(JSON.stringify(b) + seed) ? -1 : 1,
      );
      const of = (signals: typeof device.signals) => assess(anInput({ subjects: [someone({ ...device, signals })] }));
      expect(of(shuffled)).toEqual(of(device.signals));
    });
  });
});

describe('collation', () => {
  test('any order and repetition of the records gives the same devices', () => {
    property([fc.array(anyReport, { maxLength: 8 })], (records) => {
      expect(collate([...records.toReversed(), ...records], seal)).toEqual(collate(records, seal));
    });
  });

  test('no device ever has two serial numbers, and every id is used once', () => {
    property([fc.array(anyReport, { maxLength: 8 })], (records) => {
      const serials = [...new Set(records.flatMap(({ identity }) => identity.serial ?? []))];
      const devices = collate(records, seal);
      for (const { match } of devices) {
        const own = serials.filter((serial) => match.includes(seal(`serial:${serial}`)));
        expect(own.length).toBeLessThanOrEqual(1);
      }
      expect(new Set(devices.map(({ id }) => id)).size).toBe(devices.length);
    });
  });
});

test('reading an answer never throws, whatever it is', () => {
  property([fc.anything({ withBigInt: true, withDate: true, withMap: true })], (json) => {
    readPosture(json);
    readOrganization(json);
    readPosture({
      version: 1,
      generatedAt: NOW,
      organization: 'o',
      person: { key: 'k', name: 'n' },
      devices: [json],
      sources: [],
    });
  });
});
