import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import type { FactValue } from '../../src/posture/facts.ts';
import { identityOf } from '../../src/posture/identity.ts';
import { instant, readInstant } from '../../src/posture/instant.ts';
import type { Platform } from '../../src/posture/platform.ts';
import { duoDesktopConnector } from './duo-desktop-connection.ts';
import { listingOf, listOf, type ManagementSystem, maybe, readAnswer, said, signalsOf } from './source.ts';

const LATEST_SECONDS = 10_000_000_000;

/** Seconds since 1970. */
const seconds = maybe(
  v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(LATEST_SECONDS),
    v.transform((at) => readInstant(instant(at * 1000))),
  ),
);

/** What is used of an endpoint of `GET /admin/v1/endpoints`: https://duo.com/docs/adminapi#endpoints. */
const endpointSchema = v.object({
  device_name: said,
  device_identifier: said,
  device_identifier_type: said,
  hardware_uuid: said,
  model: said,
  os_family: said,
  os_version: said,
  os_build: said,
  disk_encryption_status: said,
  firewall_status: said,
  security_agents: maybe(listOf(v.object({ security_agent: said }))),
  health_app_client_version: said,
  health_data_last_collected: seconds,
  last_updated: seconds,
});

type Endpoint = v.InferOutput<typeof endpointSchema>;

/** Without Duo Desktop a record is everything of one user with one system and browser: no machine. */
const isMachine = ({ health_app_client_version: version }: Endpoint): boolean => version !== undefined;

const platforms: ReadonlyMap<string, Platform> = new Map([
  ['mac os x', 'macos'],
  ['macos', 'macos'],
  ['windows', 'windows'],
  ['linux', 'linux'],
]);

/** "Unknown", and what Duo may add one day, says nothing. */
const states: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['on', 'on'],
  ['off', 'off'],
]);

/** With its revision; Duo does not say how it writes builds. */
const WINDOWS_BUILD = /^\d{1,2}\.\d\.\d{5}\.\d{1,5}$/;

function buildOf({ os_build: build }: Endpoint, platform: Platform): string | undefined {
  if (build === undefined || platform === 'macos') return build;
  return platform === 'windows' && WINDOWS_BUILD.test(build) ? build : undefined;
}

/** Duo Desktop knows some programs only: that it sees none of them does not mean that there is none. */
function agents({ security_agents: found = [] }: Endpoint): FactValue<'endpointProtection'> | undefined {
  const names = found.flatMap(({ security_agent: name }) => name ?? []);
  return names.length > 0 ? names.map((name) => ({ name, state: 'running' })) : undefined;
}

function deviceOf(endpoint: Endpoint, source: string): ReportedDevice {
  const { device_name: name, model, last_updated: updatedAt, health_data_last_collected: collectedAt } = endpoint;
  const platform = platforms.get(endpoint.os_family?.toLowerCase() ?? '') ?? 'unknown';
  const identified = endpoint.device_identifier_type === 'hardware_uuid' ? endpoint.device_identifier : undefined;
  return {
    source,
    identity: identityOf({ hardwareUuid: endpoint.hardware_uuid ?? identified }),
    name: name ?? model ?? '',
    platform,
    form: 'computer',
    ...(model !== undefined && { model }),
    ownership: 'unknown',
    ...(updatedAt !== undefined && { lastContactAt: updatedAt }),
    // password_status is about the account of an administrator, and says nothing of the lock.
    signals: signalsOf(
      {
        diskEncryption: states.get(endpoint.disk_encryption_status?.toLowerCase() ?? ''),
        firewall: states.get(endpoint.firewall_status?.toLowerCase() ?? ''),
        endpointProtection: agents(endpoint),
        osVersion: endpoint.os_version,
        osBuild: buildOf(endpoint, platform),
      },
      source,
      collectedAt,
    ),
  };
}

const answerSchema = v.object({ response: listOf(endpointSchema) });
const told = ['diskEncryption', 'firewall', 'endpointProtection', 'osVersion', 'osBuild'] as const;

/** Computers with Duo Desktop. Everything was observed when it last collected, which is not when the person last signed in. */
export const duoDesktop: ManagementSystem = {
  kind: 'duo-desktop',
  name: 'Duo Desktop (preview)',
  isPreview: true,
  covers: { macos: told, windows: told, linux: ['diskEncryption', 'firewall', 'endpointProtection', 'osVersion'] },
  answerOf: (response) => ({ response }),
  connector: duoDesktopConnector,
  devicesIn: (json, { source }) =>
    listingOf(readAnswer(answerSchema, json).response.filter(isMachine), {
      deviceOf: (endpoint) => deviceOf(endpoint, source),
      // Duo removes what nobody used for 30 days; it keeps nothing that is out of use.
      isRetired: () => false,
    }),
};
