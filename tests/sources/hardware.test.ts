import { expect, test } from 'vitest';
import { hardware } from '../../src/sources/hardware.ts';
import { observeBrowser } from '../../src/sources/index.ts';
import { NOW } from '../support/posture.ts';
import { runIn } from '../support/this-browser.ts';

const enterprise = {
  hardwarePlatform: { getHardwarePlatformInfo: async () => ({ manufacturer: 'Google', model: 'Eve' }) },
  deviceAttributes: { getDeviceSerialNumber: async () => '5CD1234XYZ' },
};

test('which machine this is goes beside the signals, not among them', async () => {
  runIn({ os: 'cros', enterprise });
  expect(await hardware.observe(NOW)).toEqual({ signals: [], gaps: [], model: 'Google Eve', serial: '5CD1234XYZ' });
  const view = await observeBrowser(NOW);
  expect(view).toMatchObject({ platform: 'chromeos', model: 'Google Eve', serial: '5CD1234XYZ' });
  expect(JSON.stringify([view.signals, view.gaps])).not.toContain('5CD1234XYZ');
});

test('where no policy lets this be seen, nothing is said and nothing is missing', async () => {
  runIn();
  expect(await hardware.observe(NOW)).toEqual({ signals: [], gaps: [] });
  const view = await observeBrowser(NOW);
  expect(view).not.toHaveProperty('model');
  expect(view).not.toHaveProperty('serial');
});
