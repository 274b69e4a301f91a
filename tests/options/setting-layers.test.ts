import { expect, test } from 'vitest';
import { effectOf } from '../../src/options/setting-layers.ts';
import { assess } from '../../src/posture/assess.ts';
import { subjectsOf, type Told } from '../../src/posture/this-computer.ts';
import { sealed } from '../support/hints.ts';
import { aDevice, anInput } from '../support/posture.ts';

const ENDPOINT = 'https://acme.example';
const device = aDevice({ id: 'd_mac', serialEnding: '7Q2X', match: ['sealed:mac'] });

const thisComputer = (told: Told) => {
  const view = { platform: 'macos', signals: [], gaps: [] } as const;
  const assessment = assess(anInput({ subjects: subjectsOf([device], view, told) }));
  const stored = { ownEndpoint: ENDPOINT, endpoint: ENDPOINT, managed: undefined, answers: undefined, assessment };
  return effectOf(stored, [], 'en').settings.thisComputer;
};

test.each<[string, Told, object]>([
  ['device management', { hints: sealed({ serialEnding: '7Q2X' }) }, { value: 'joined', origin: 'managed' }],
  ['the person', { choice: { device: 'd_mac', among: ['d_mac'] } }, { value: 'joined', origin: 'own' }],
  ['a sample', { sample: 'sealed:mac' }, { value: 'joined', origin: 'endpoint' }],
  ['nobody', {}, { value: 'alone', origin: 'default' }],
])('which device this computer is was decided by %s', (_, told, setting) => {
  expect(thisComputer(told)).toEqual(setting);
});
