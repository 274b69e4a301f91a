import * as v from 'valibot';
import { bearerOf } from '../upstream/access-token.ts';
import { everyPage, pagesOf } from '../upstream/pages.ts';
import { settledOf } from '../upstream/settled.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { baseUrl, connector, type OwnedRecord, ownersOf, type Tools } from './connection.ts';
import { odataText } from './filter-text.ts';
import { secretReference } from './secret.ts';
import { maybe, readAnswer, said } from './source.ts';

/** Where Microsoft's clouds sign in, and answer: https://learn.microsoft.com/graph/deployments. */
const clouds = {
  global: { login: 'https://login.microsoftonline.com', graph: 'https://graph.microsoft.com' },
  'us-government': { login: 'https://login.microsoftonline.us', graph: 'https://graph.microsoft.us' },
  'us-defense': { login: 'https://login.microsoftonline.us', graph: 'https://dod-graph.microsoft.us' },
  china: { login: 'https://login.chinacloudapi.cn', graph: 'https://microsoftgraph.chinacloudapi.cn' },
} as const;

type Cloud = keyof typeof clouds;

const PER_PAGE = 500;

/** All that is read of a device in a list. Without it, Graph sends some 60 fields. */
const SELECTED = [
  'id',
  'userPrincipalName',
  'emailAddress',
  'deviceName',
  'model',
  'manufacturer',
  'operatingSystem',
  'osVersion',
  'androidSecurityPatchLevel',
  'isEncrypted',
  'jailBroken',
  'complianceState',
  'managedDeviceOwnerType',
  'enrolledDateTime',
  'lastSyncDateTime',
  'serialNumber',
  'imei',
  'wiFiMacAddress',
].join(',');

const pageSchema = v.object({ value: v.array(v.unknown()), '@odata.nextLink': maybe(v.string()) });

const deviceSchema = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1)),
  operatingSystem: said,
  userPrincipalName: said,
  emailAddress: said,
});
type Device = v.InferOutput<typeof deviceSchema>;

const policyStateSchema = v.looseObject({ id: v.pipe(v.string(), v.minLength(1)) });

interface Settings {
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: v.InferOutput<typeof secretReference>;
  readonly cloud: Cloud;
  readonly url?: string | undefined;
  readonly loginUrl?: string | undefined;
}

/** Signs in as an application: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow. */
function graphOf({ tenant, clientId, clientSecret, cloud, url, loginUrl }: Settings, tools: Tools): Upstream {
  const graph = url ?? clouds[cloud].graph;
  const signIn = tools.upstream({ baseUrl: loginUrl ?? clouds[cloud].login, concurrency: 1 });
  const authorize = bearerOf(async () =>
    signIn.json(
      {
        url: `${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
        form: {
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: await tools.secret(clientSecret),
          scope: `${clouds[cloud].graph}/.default`,
        },
      },
      AbortSignal.timeout(10_000),
    ),
  );
  return tools.upstream({ baseUrl: `${graph.replace(/\/$/, '')}/v1.0`, authorize });
}

/** The pages of a list; Graph names the next one by its whole address. */
const listed = (graph: Upstream, url: string, query: Readonly<Record<string, string>>, signal: AbortSignal) =>
  pagesOf<string>('', async (next) => {
    const json = await graph.json(next === '' ? { url, query } : { url: next }, signal);
    const { value, '@odata.nextLink': following } = readAnswer(pageSchema, json);
    return { records: value, next: following ?? null };
  });

const devicesIn = (graph: Upstream, filter: string | undefined, signal: AbortSignal) =>
  listed(
    graph,
    'deviceManagement/managedDevices',
    { $select: SELECTED, $top: String(PER_PAGE), ...(filter !== undefined && { $filter: filter }) },
    signal,
  );

const owned = (record: unknown): OwnedRecord => {
  const device = v.safeParse(deviceSchema, record);
  return {
    record,
    owners: device.success ? ownersOf(device.output.userPrincipalName, device.output.emailAddress) : [],
    // Both are of the one primary user.
    isShared: false,
  };
};

/** What the list leaves out of a device: the settings of its compliance policies, and the state of Defender. */
async function detailsOf({ id, operatingSystem = '' }: Device, graph: Upstream, signal: AbortSignal) {
  const device = `deviceManagement/managedDevices/${encodeURIComponent(id)}`;
  const states = `${device}/deviceCompliancePolicyStates`;
  const policies = await everyPage(listed(graph, states, {}, signal));
  const readable = policies.flatMap((policy) => {
    const read = v.safeParse(policyStateSchema, policy);
    return read.success ? [read.output] : [];
  });
  const [settings, [protection]] = await Promise.all([
    Promise.all(
      readable.map((policy) =>
        everyPage(listed(graph, `${states}/${encodeURIComponent(policy.id)}/settingStates`, {}, signal)),
      ),
    ),
    operatingSystem.toLowerCase().startsWith('windows')
      ? Promise.all([graph.json({ url: `${device}/windowsProtectionState` }, signal)])
      : [undefined],
  ]);
  return {
    deviceCompliancePolicyStates: readable.map((policy, index) => ({
      ...policy,
      settingStates: settings[index] ?? [],
    })),
    ...(protection !== undefined && { windowsProtectionState: protection }),
  };
}

/** Devices of Intune, by Microsoft Graph v1.0: those of which a person is the primary user, or all. */
export const intuneConnector = connector({
  settings: {
    tenant: v.pipe(v.string(), v.minLength(1)),
    clientId: v.pipe(v.string(), v.minLength(1)),
    clientSecret: secretReference,
    cloud: v.optional(v.picklist(Object.keys(clouds) as Cloud[]), 'global'),
    /** Where Graph is, for a cloud that is not in the list. */
    url: v.optional(baseUrl),
    loginUrl: v.optional(baseUrl),
  },
  // Per application and tenant: https://learn.microsoft.com/graph/throttling-limits#intune-devices-service-limits.
  quota: { requests: 2000, perSeconds: 20 },
  account: ({ tenant }) => `intune ${tenant.toLowerCase()}`,
  requestsPerPerson: 8,
  devicesPerPage: PER_PAGE,
  connect: (settings, tools) => {
    const graph = graphOf(settings, tools);
    const whole = async (listed: OwnedRecord, signal: AbortSignal): Promise<OwnedRecord> => {
      const device = v.parse(deviceSchema, listed.record);
      return { ...listed, record: { ...device, ...(await detailsOf(device, graph, signal)) } };
    };
    return {
      byPerson: async (email, signal) => {
        const name = odataText(email);
        const find = (field: string) => everyPage(devicesIn(graph, `${field} eq ${name}`, signal));
        // The name that a person signs in with may be another than their address.
        const byName = await find('userPrincipalName');
        const found = (byName.length > 0 ? byName : await find('emailAddress')).map(owned);
        const own = found.filter(({ owners }) => owners.includes(email));
        const asked = await settledOf(own.map((device) => whole(device, signal)));
        return {
          records: own.map((device, index) => asked.values[index] ?? device),
          isPartial: asked.isPartial,
        };
      },
      async *snapshot(signal) {
        for await (const page of devicesIn(graph, undefined, signal)) yield { records: page.map(owned) };
      },
    };
  },
});
