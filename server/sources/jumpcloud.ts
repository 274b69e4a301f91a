import * as v from 'valibot';
import type { ReportedDevice } from '../../src/posture/device.ts';
import { identityOf } from '../../src/posture/identity.ts';
import type { Platform } from '../../src/posture/platform.ts';
import type { Signal } from '../../src/posture/signal.ts';
import { jumpcloudConnector } from './jumpcloud-connection.ts';
import { insightsSchema, signalsOfLinux, signalsOfMac, signalsOfWindows } from './jumpcloud-insights.ts';
import { date, flag, listingOf, listOf, type ManagementSystem, maybe, readAnswer, said, signalsOf } from './source.ts';

/** A system of `GET /api/systems/:id` (https://docs.jumpcloud.com/api/1.0/index.html#tag/Systems) with its insights. */
const systemSchema = v.object({
  system: v.object({
    displayName: said,
    hostname: said,
    os: said,
    osFamily: said,
    serialNumber: said,
    lastContact: date,
    fde: maybe(v.object({ active: flag })),
    // allowSshRootLogin and allowSshPasswordAuthentication are settings of a server that may not run: they are left out.
  }),
  insights: insightsSchema,
});

type System = v.InferOutput<typeof systemSchema>;

const families: readonly (readonly [start: string, platform: Platform])[] = [
  ['darwin', 'macos'],
  ['mac', 'macos'],
  ['windows', 'windows'],
  ['linux', 'linux'],
];

function platformOf({ system: { osFamily, os } }: System): Platform {
  const family = (osFamily ?? os ?? '').toLowerCase();
  return families.find(([start]) => family.startsWith(start))?.[1] ?? 'unknown';
}

function insightsSaid({ insights, system }: System, platform: Platform, source: string): readonly Signal[] {
  if (platform === 'macos') return signalsOfMac(insights, system.fde?.active, source);
  if (platform === 'windows') return signalsOfWindows(insights, source);
  return platform === 'linux' ? signalsOfLinux(insights, source) : [];
}

/** Linux is known by the name of its distribution. The build of Windows comes without its revision, and proves no fix. */
function osSignals({ insights }: System, platform: Platform, source: string): readonly Signal[] {
  const [os] = insights.os_version;
  const isNamed = platform === 'linux' && os?.name !== undefined && os.version !== undefined;
  const told = {
    osVersion: isNamed ? `${os.name} ${os.version}` : os?.version,
    osBuild: platform === 'macos' ? os?.build : undefined,
  };
  return signalsOf(told, source, os?.collection_time);
}

function deviceOf(record: System, source: string): ReportedDevice {
  const { system, insights } = record;
  const [hardware] = insights.system_info;
  const { lastContact } = system;
  const platform = platformOf(record);
  return {
    source,
    identity: identityOf({
      serial: system.serialNumber ?? hardware?.hardware_serial,
      hardwareUuid: hardware?.uuid,
    }),
    name: system.displayName ?? hardware?.computer_name ?? system.hostname ?? '',
    platform,
    form: 'computer',
    ...(hardware?.hardware_model !== undefined && { model: hardware.hardware_model }),
    ownership: 'unknown',
    ...(lastContact !== undefined && { lastContactAt: lastContact }),
    signals: [...osSignals(record, platform, source), ...insightsSaid(record, platform, source)],
  };
}

const answerSchema = v.object({ systems: listOf(systemSchema) });

/** Computers of JumpCloud. Each table of System Insights was collected at a time of its own. */
export const jumpcloud: ManagementSystem = {
  kind: 'jumpcloud',
  name: 'JumpCloud (preview)',
  isPreview: true,
  covers: {
    macos: ['diskEncryption', 'firewall', 'remoteLogin', 'systemProtection', 'osVersion', 'osBuild'],
    windows: ['diskEncryption', 'firewall', 'automaticUpdates', 'endpointProtection', 'systemProtection', 'osVersion'],
    linux: ['diskEncryption', 'systemProtection', 'osVersion'],
  },
  answerOf: (systems) => ({ systems }),
  connector: jumpcloudConnector,
  devicesIn: (json, { source }) =>
    listingOf(readAnswer(answerSchema, json).systems, {
      deviceOf: (system) => deviceOf(system, source),
      // A system that is deleted is gone; one that is offline is still somebody's.
      isRetired: () => false,
    }),
};
