import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import { identityOf } from '../../src/posture/identity.ts';
import { pageOf } from './google.ts';
import { googleChromeosConnector } from './google-directory-connection.ts';
import { date, listingOf, type ManagementSystem, said, signalsOf } from './source.ts';

/**
 * What is used of a device of `GET …/devices/chromeos?projection=FULL`
 * (https://developers.google.com/workspace/admin/directory/reference/rest/v1/chromeosdevices).
 */
const chromeosSchema = v.object({
  model: said,
  /** The asset tag, "as noted by an administrator or specified during enrollment". */
  annotatedAssetId: said,
  status: said,
  osVersion: said,
  bootMode: said,
  lastSync: date,
  serialNumber: said,
  macAddress: said,
  ethernetMacAddress: said,
});

type Chromebook = v.InferOutput<typeof chromeosSchema>;

/** In lower case. In developer mode the system is not verified at the start. */
const bootModes: ReadonlyMap<string, FactValue<'deviceIntegrity'>> = new Map([
  ['verified', 'intact'],
  ['dev', 'developer-mode'],
]);

/** Given back, taken out of the company's domain, or on the way there. A disabled one is locked, but the company's. */
const retiredStatuses: ReadonlySet<string> = new Set(['DEPROVISIONED', 'RETURN_REQUESTED', 'RETURN_ARRIVED']);

function deviceOf(chromebook: Chromebook, source: string): ReportedDevice {
  const { model, annotatedAssetId: assetTag, osVersion, bootMode = '', lastSync } = chromebook;
  return {
    source,
    identity: identityOf({
      serial: chromebook.serialNumber,
      macs: [chromebook.macAddress, chromebook.ethernetMacAddress],
    }),
    ...(assetTag !== undefined && { assetTag }),
    name: model ?? '',
    platform: 'chromeos',
    form: 'computer',
    ...(model !== undefined && { model }),
    // Only devices that the company enrolled are listed.
    ownership: 'company',
    ...(lastSync !== undefined && { lastContactAt: lastSync }),
    signals: signalsOf({ deviceIntegrity: bootModes.get(bootMode.toLowerCase()), osVersion }, source, lastSync),
  };
}

/** Chromebooks of Google's Admin console. That their disks are encrypted is a rule of the platform, and not repeated here. */
export const googleChromeos: ManagementSystem = {
  kind: 'google-chromeos',
  name: 'Google Chrome Management',
  covers: { chromeos: ['deviceIntegrity', 'osVersion'] },
  answerOf: (records) => ({ chromeosdevices: records }),
  connector: googleChromeosConnector,
  devicesIn: (json, { source }) =>
    listingOf(pageOf('chromeosdevices', chromeosSchema, json), {
      deviceOf: (chromebook) => deviceOf(chromebook, source),
      isRetired: ({ status = '' }) => retiredStatuses.has(status.toUpperCase()),
    }),
};
