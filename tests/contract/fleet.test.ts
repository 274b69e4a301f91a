import { fleet } from '../../server/sources/fleet.ts';
import { contract, email } from './contract.ts';

const host = {
  id: 7,
  platform: 'darwin',
  os_version: 'macOS 26.2.1',
  build: '25C101',
  hostname: 'janes-mac.local',
  display_name: 'Jane’s MacBook Pro',
  hardware_model: 'Mac16,1',
  hardware_serial: 'ZS5MPL7Q2X',
  uuid: '5A3B1E0C-0000-4000-8000-00000000B001',
  primary_mac: '00:00:5e:00:53:11',
  seen_time: '2026-11-23T09:00:00Z',
  detail_updated_at: '2026-11-23T06:00:00Z',
  policy_updated_at: '2026-11-23T05:00:00Z',
  status: 'online',
  device_mapping: [{ email, source: 'mdm_idp_accounts' }],
};

// Fleet publishes no document of its own: these two were written by others who use it.
for (const specification of ['fleet-getprimo-trimmed.openapi.json', 'fleet-mathieuletyrant-trimmed.openapi.json']) {
  contract({
    system: fleet,
    specification,
    settings: { token: { env: 'example' } },
    examples: ['/api/v1/fleet/hosts'],
    fake: ({ path }) =>
      path === '/api/v1/fleet/hosts'
        ? { body: { hosts: [host] } }
        : { body: { host: { ...host, disk_encryption_enabled: true, policies: [] } } },
  });
}
