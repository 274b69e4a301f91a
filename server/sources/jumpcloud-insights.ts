import * as v from 'valibot';
import { earliest, type Instant } from '../../src/posture/instant.ts';
import type { Signal } from '../../src/posture/signal.ts';
import type { JumpcloudTable } from './jumpcloud-connection.ts';
import { diskOfLinux, diskOfMac, diskOfWindows } from './jumpcloud-disk.ts';
import { date, listOf, maybe, onOrOff, said, signalsOf } from './source.ts';

/** osquery's tables have numbers and texts for yes and no. */
const bit = maybe(
  v.pipe(
    v.union([v.literal(0), v.literal(1), v.literal('0'), v.literal('1')]),
    v.transform((written) => Number(written) === 1),
  ),
);

const rows = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.fallback(listOf(v.object({ collection_time: date, ...entries })), []);

/**
 * What is used of the tables of System Insights (https://docs.jumpcloud.com/api/2.0/index.html#tag/System-Insights), which are
 * osquery's (https://osquery.io/schema).
 */
export const insightsSchema = v.object({
  system_info: rows({ uuid: said, hardware_serial: said, computer_name: said, hardware_model: said }),
  os_version: rows({ name: said, version: said, build: said }),
  mounts: rows({ device: said, path: said }),
  disk_encryption: rows({ name: said, encrypted: bit, encryption_status: said }),
  bitlocker_info: rows({
    drive_letter: said,
    protection_status: maybe(v.number()),
    conversion_status: maybe(v.number()),
  }),
  alf: rows({ global_state: maybe(v.picklist([0, 1, 2])) }),
  sharing_preferences: rows({ remote_login: bit }),
  sip_config: rows({ config_flag: said, enabled: bit }),
  secureboot: rows({ secure_boot: bit }),
  windows_security_center: rows({ firewall: said, autoupdate: said, antivirus: said }),
  windows_security_products: rows({ type: said, name: said, state: said, signatures_up_to_date: bit }),
} satisfies Record<JumpcloudTable, v.GenericSchema>);

export type Insights = v.InferOutput<typeof insightsSchema>;

/** Windows may also say "Snoozed", "Not Monitored" or "Error": nothing about the setting. */
const health: ReadonlyMap<string, 'on' | 'off'> = new Map([
  ['good', 'on'],
  ['poor', 'off'],
]);

const healthOf = (word = '') => health.get(word.toLowerCase());

function programState(product: Insights['windows_security_products'][number]) {
  if (product.state?.toLowerCase() !== 'on') return 'stopped';
  return product.signatures_up_to_date === false ? 'outdated' : 'running';
}

/** An empty list only where Windows itself says that nothing protects. */
function programs(
  { windows_security_products: products, windows_security_center: [center] }: Insights,
  source: string,
) {
  const found = products.flatMap((product) =>
    product.type?.toLowerCase() === 'antivirus' && product.name !== undefined && product.state !== undefined
      ? [{ name: product.name, state: programState(product) } as const]
      : [],
  );
  const isKnown = found.length > 0 || healthOf(center?.antivirus) === 'off';
  const collectedAt = earliest(...products.map((product) => product.collection_time));
  const observedAt = found.length > 0 ? collectedAt : center?.collection_time;
  return signalsOf({ endpointProtection: isKnown ? found : undefined }, source, observedAt);
}

const of = (row: { readonly collection_time?: Instant | undefined } | undefined) => row?.collection_time;

/** What the tables say of a Mac. On macOS 15 and later `alf` is empty in older agents: then nothing is said of the firewall. */
export function signalsOfMac(
  insights: Insights,
  isFileVaultActive: boolean | undefined,
  source: string,
): readonly Signal[] {
  const [firewall] = insights.alf;
  const [sharing] = insights.sharing_preferences;
  const sip = insights.sip_config.find(({ config_flag: name }) => name === 'sip');
  const isOn = firewall?.global_state === undefined ? undefined : firewall.global_state > 0;
  const protection = onOrOff(sip?.enabled);
  return [
    ...diskOfMac(insights, isFileVaultActive, source),
    ...signalsOf({ firewall: onOrOff(isOn) }, source, of(firewall)),
    ...signalsOf({ remoteLogin: onOrOff(sharing?.remote_login) }, source, of(sharing)),
    ...signalsOf({ systemProtection: protection && { sip: protection } }, source, of(sip)),
  ];
}

export function signalsOfWindows(insights: Insights, source: string): readonly Signal[] {
  const [center] = insights.windows_security_center;
  return [
    ...diskOfWindows(insights, source),
    ...signalsOf(
      { firewall: healthOf(center?.firewall), automaticUpdates: healthOf(center?.autoupdate) },
      source,
      of(center),
    ),
    ...programs(insights, source),
    ...secureBoot(insights, source),
  ];
}

export const signalsOfLinux = (insights: Insights, source: string): readonly Signal[] => [
  ...diskOfLinux(insights, source),
  ...secureBoot(insights, source),
];

function secureBoot({ secureboot: [boot] }: Insights, source: string): readonly Signal[] {
  const state = onOrOff(boot?.secure_boot);
  return signalsOf({ systemProtection: state && { secureBoot: state } }, source, of(boot));
}
