import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { jamfMobile } from '../../server/sources/jamf-mobile.ts';
import { contract, email } from './contract.ts';
import { specifications } from './prism.ts';

/**
 * The document asks of a record that it be exactly one of four kinds, and nothing in it tells them apart: no record passes. So this
 * record of a phone is judged by what the document says of a phone.
 */
function documentOfPhones(): string {
  const document = JSON.parse(readFileSync(path.join(specifications, 'jamf-trimmed.openapi.json'), 'utf8'));
  document.components.schemas.MobileDeviceResponse = { $ref: '#/components/schemas/MobileDeviceIosInventory' };
  const file = path.join(folder, 'jamf-phones.openapi.json');
  writeFileSync(file, JSON.stringify(document));
  return file;
}

const folder = mkdtempSync(path.join(tmpdir(), 'jamf-'));
afterAll(() => rmSync(folder, { recursive: true }));

contract({
  system: jamfMobile,
  specification: documentOfPhones(),
  prefix: '/api',
  settings: { clientId: 'reader', clientSecret: { env: 'secret' } },
  examples: ['/v2/mobile-devices/detail'],
  outside: ({ path }) =>
    path === '/api/v1/oauth/token'
      ? { body: { access_token: 'example', token_type: 'Bearer', expires_in: 600 } }
      : undefined,
  fake: () => ({
    body: {
      totalCount: 1,
      results: [
        {
          mobileDeviceId: '1',
          deviceType: 'iOS',
          general: {
            displayName: 'Jane’s iPhone',
            osVersion: '26.1',
            osBuild: '23B85',
            managed: true,
            deviceOwnershipType: 'Institutional',
            lastContactDate: '2026-11-23T09:00:00Z',
            lastInventoryUpdateDate: '2026-11-23T06:00:00Z',
            lastLoggedInUsernameSelfServiceTimestamp: '2026-11-20T10:00:00Z',
          },
          hardware: { serialNumber: 'ZS9PHONE001', wifiMacAddress: '00:00:5e:00:53:21', model: 'iPhone 17' },
          userAndLocation: { emailAddress: email },
          security: {
            dataProtected: true,
            hardwareEncryption: 3,
            passcodePresent: true,
            passcodeCompliant: true,
            jailBreakDetected: false,
          },
          network: { imei: '35 882334 083223 0' },
        },
      ],
    },
  }),
});
