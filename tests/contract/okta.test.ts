import { okta } from '../../server/sources/okta.ts';
import { contract, email } from './contract.ts';

const user = { id: '00u1', status: 'ACTIVE', profile: { login: email, email, firstName: 'Jane', lastName: 'Doe' } };
const use = {
  created: '2026-01-01T00:00:00.000Z',
  managementStatus: 'MANAGED',
  screenLockType: 'BIOMETRIC',
  user,
};
const device = {
  id: 'guo4a5u7JHHhjXrMK0g4',
  status: 'ACTIVE',
  created: '2026-01-01T00:00:00.000Z',
  lastUpdated: '2026-11-23T09:00:00.000Z',
  profile: {
    displayName: 'Jane’s MacBook Pro',
    platform: 'MACOS',
    model: 'Mac16,1',
    osVersion: '26.6.2',
    serialNumber: 'ZS5MPL7Q2X',
    registered: true,
    secureHardwarePresent: true,
    diskEncryptionType: 'ALL_INTERNAL_VOLUMES',
  },
  resourceType: 'UDDevice',
  resourceId: 'guo4a5u7JHHhjXrMK0g4',
};

contract({
  system: okta,
  specification: 'okta-devices-trimmed.openapi.json',
  settings: { token: { env: '00example' } },
  examples: ['/api/v1/devices?expand=user'],
  fake: ({ path }) => {
    if (path.endsWith(`/devices/${device.id}/users`)) return { body: [use] };
    if (path.endsWith('/users/00u1/devices')) {
      return { body: [{ created: device.created, deviceUserId: 'ofd1', device }] };
    }
    return { body: path === '/api/v1/devices' ? [{ ...device, _embedded: { users: [use] } }] : user };
  },
});
