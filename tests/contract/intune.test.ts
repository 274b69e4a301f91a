import { intune } from '../../server/sources/intune.ts';
import { contract, email } from './contract.ts';

const list = (...value: object[]) => ({ body: { value } });

contract({
  system: intune,
  specification: 'graph-intune-2026-trimmed.openapi.json',
  prefix: '/v1.0',
  settings: {
    tenant: 'acme.example',
    clientId: 'reader',
    clientSecret: { env: 'secret' },
    loginUrl: 'http://127.0.0.1:1',
  },
  examples: ['/deviceManagement/managedDevices'],
  outside: ({ path }) => {
    if (path.endsWith('/token')) return { body: { access_token: 'example', token_type: 'Bearer', expires_in: 3599 } };
    // The document has the settings as a part of their policy, and no path of their own; Graph serves them.
    return path.endsWith('/settingStates')
      ? list({ setting: 'Windows10CompliancePolicy.BitLockerEnabled', state: 'compliant' })
      : undefined;
  },
  fake: ({ path }) => {
    if (path.endsWith('/windowsProtectionState')) {
      return {
        body: { malwareProtectionEnabled: true, realTimeProtectionEnabled: true, signatureUpdateOverdue: false },
      };
    }
    if (path.endsWith('/deviceCompliancePolicyStates'))
      return list({ id: 's1', displayName: 'Acme', state: 'compliant' });
    return list({
      id: 'c1',
      userPrincipalName: email,
      deviceName: 'Jane’s PC',
      model: 'Latitude 7450',
      operatingSystem: 'Windows',
      osVersion: '10.0.26200.9168',
      isEncrypted: true,
      jailBroken: 'Unknown',
      complianceState: 'compliant',
      managedDeviceOwnerType: 'company',
      lastSyncDateTime: '2026-11-23T06:00:00Z',
      serialNumber: 'ZSPC0001',
      wiFiMacAddress: '00005E005315',
    });
  },
});
