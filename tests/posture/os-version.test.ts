import { expect, test } from 'vitest';
import { bundledBaseline } from '../../src/posture/bundled-baseline.ts';
import { trainOf } from '../../src/posture/os-version.ts';
import type { Platform } from '../../src/posture/platform.ts';
import { NOW } from '../support/posture.ts';

const train = (platform: Platform, version: string, thresholds = {}) => {
  const found = trainOf(version, { platform, baseline: bundledBaseline, now: NOW, thresholds });
  return typeof found === 'string' ? found : found.release;
};

test.each<[Platform, string, string]>([
  ['macos', '26.7.2', '26'],
  ['macos', 'macOS 15.2', '15'],
  ['macos', 'MacOS 12.6.0', '12'],
  ['macos', '26.6.2 (a)', '26'],
  ['macos', '10.15.7', '10.15'],
  ['macos', '27.2.0', '27'],
  ['macos', '28.0', '28'],
  ['macos', '16.0', 'baseline-missing'],
  ['macos', '', 'value-not-understood'],
  ['macos', 'Sequoia', 'value-not-understood'],
  ['windows', '10.0.26200.9711', '26200'],
  ['windows', '10.0.22631.7652', '22631'],
  ['windows', '10.0.26100.9711', 'not-reported'],
  ['windows', '10.0.19045.3324', 'not-reported'],
  ['windows', '10.0.28000.3231', '28000'],
  ['windows', '10.0', 'value-not-understood'],
  ['windows', 'UniversalApiContract 19.0.0', 'not-reported'],
  ['windows', 'UniversalApiContract 15.0.0', '22631'],
  ['windows', 'UniversalApiContract 14.0.0', '22000'],
  ['windows', 'UniversalApiContract 10.0.0', 'not-reported'],
  ['windows', 'UniversalApiContract 8.0.0', '10240'],
  ['ios', '18.7.10', '18'],
  ['ipados', '17.7.11', '17'],
  ['android', '13', '13'],
  ['android', '16.0.0', '16'],
  ['linux', 'Ubuntu 24.04.3 LTS', 'Ubuntu 24.04'],
  ['linux', 'Debian GNU/Linux 13.8', 'Debian 13'],
  ['linux', 'Fedora Linux 43 (Workstation Edition)', 'Fedora 43'],
  ['linux', 'Arch Linux', 'value-not-understood'],
  ['linux', 'rolling', 'value-not-understood'],
  ['chromeos', '157', 'baseline-missing'],
  ['unknown', '1.0', 'value-not-understood'],
])('%s "%s" is %s', (platform, version, release) => {
  expect(train(platform, version)).toBe(release);
});

test('a company that pays for longer support says so in its policy', () => {
  expect(train('windows', '10.0.19045.7663', { extendedSupport: 1 })).toBe('19045');
});
