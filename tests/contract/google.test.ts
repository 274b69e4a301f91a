import { generateKeyPairSync } from 'node:crypto';
import { googleChromeos } from '../../server/sources/google-chromeos.ts';
import { googleCloudIdentity } from '../../server/sources/google-cloud-identity.ts';
import { googleMobile } from '../../server/sources/google-mobile.ts';
import { type Contract, contract, email } from './contract.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keyFile = JSON.stringify({
  client_email: 'reader@acme.iam.example',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
});

const account = {
  settings: {
    serviceAccount: { env: keyFile },
    administrator: 'admin@acme.example',
    tokenUrl: 'http://127.0.0.1:1/token',
  },
  outside: ({ path }) => (path === '/token' ? { body: { access_token: 'example', expires_in: 3599 } } : undefined),
} satisfies Partial<Contract>;

contract({
  ...account,
  system: googleMobile,
  specification: 'admin-directory-devices-trimmed.openapi.json',
  examples: ['/admin/directory/v1/customer/my_customer/devices/mobile'],
  fake: () => ({
    body: {
      kind: 'directory#mobiledevices',
      mobiledevices: [
        {
          resourceId: 'r1',
          email: [email],
          model: 'Pixel 9',
          os: 'Android 16',
          status: 'APPROVED',
          lastSync: '2026-11-23T06:00:00Z',
          deviceCompromisedStatus: 'No compromise detected',
          securityPatchLevel: '1793836800000',
          adbStatus: false,
          serialNumber: '4Z000SAMPLE09K',
        },
      ],
    },
  }),
});

contract({
  ...account,
  system: googleChromeos,
  specification: 'admin-directory-devices-trimmed.openapi.json',
  examples: ['/admin/directory/v1/customer/my_customer/devices/chromeos'],
  fake: () => ({
    body: {
      kind: 'directory#chromeosdevices',
      chromeosdevices: [
        {
          deviceId: 'c1',
          annotatedUser: email,
          model: 'A Chromebook',
          osVersion: '142.0.7444.181',
          bootMode: 'Verified',
          status: 'ACTIVE',
          lastSync: '2026-11-23T06:00:00Z',
          serialNumber: 'ZSCB0001',
        },
      ],
    },
  }),
});

contract({
  ...account,
  system: googleCloudIdentity,
  specification: 'cloudidentity-devices-trimmed.openapi.json',
  examples: ['/v1/devices'],
  fake: ({ path }) => ({
    body: path.endsWith('/deviceUsers')
      ? {
          deviceUsers: [
            {
              name: 'devices/a/deviceUsers/1',
              userEmail: email,
              passwordState: 'PASSWORD_SET',
              lastSyncTime: '2026-11-23T06:00:00Z',
            },
          ],
        }
      : {
          devices: [
            {
              name: 'devices/a',
              deviceType: 'MAC_OS',
              ownerType: 'COMPANY',
              model: 'Mac',
              osVersion: 'MacOS 26.2.1',
              encryptionState: 'ENCRYPTED',
              lastSyncTime: '2026-11-23T06:00:00Z',
              serialNumber: 'ZS5MPL7Q2X',
              endpointVerificationSpecificAttributes: { additionalSignals: { is_os_native_firewall_enabled: true } },
            },
          ],
        },
  }),
});
