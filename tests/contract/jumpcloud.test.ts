import { jumpcloud } from '../../server/sources/jumpcloud.ts';
import { contract, email } from './contract.ts';

const system = '5f0c1b2e3d4a5b6c7d8e9f02';
const row = (columns: object) => ({
  body: [{ system_id: system, collection_time: '2026-11-23T06:00:00Z', ...columns }],
});

const tables: Readonly<Record<string, ReturnType<typeof row>>> = {
  system_info: row({ uuid: '5A3B1E0C-0000-4000-8000-00000000B001', hardware_model: 'Mac16,1' }),
  os_version: row({ name: 'macOS', version: '26.1', build: '25B78' }),
  mounts: row({ device: '/dev/disk3s5', path: '/System/Volumes/Data' }),
  disk_encryption: row({ name: '/dev/disk3s5', encrypted: 1, encryption_status: 'encrypted' }),
  bitlocker_info: row({ drive_letter: 'C:', protection_status: 1, conversion_status: 1 }),
  alf: row({ global_state: 1 }),
  sharing_preferences: row({ remote_login: 0 }),
  sip_config: row({ config_flag: 'sip', enabled: 1 }),
  secureboot: row({ secure_boot: 1 }),
  windows_security_center: row({ firewall: 'Good', autoupdate: 'Good', antivirus: 'Good' }),
  windows_security_products: row({ type: 'Antivirus', name: 'Acme Guard', state: 'On', signatures_up_to_date: 1 }),
};

// The document has the second version of the API only; users and systems are of the first.
contract({
  system: jumpcloud,
  specification: 'jumpcloud-v2-trimmed.openapi.json',
  prefix: '/api/v2',
  settings: { apiKey: { env: 'example' } },
  // None of its examples is a computer: they are tables.
  examples: [],
  outside: ({ path }) => {
    if (path === '/api/systemusers') return { body: { totalCount: 1, results: [{ _id: 'a1', email }] } };
    return path.startsWith('/api/systems/')
      ? { body: { displayName: 'Jane’s Mac', osFamily: 'darwin', fde: { active: true } } }
      : undefined;
  },
  fake: ({ path }) =>
    path.endsWith('/systems')
      ? { body: [{ id: system, type: 'system', paths: [] }] }
      : (tables[path.split('/').at(-1) ?? ''] ?? { status: 404 }),
});
