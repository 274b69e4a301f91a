import { expect, test } from 'vitest';
import { identityOf, type RawIdentity } from '../../src/posture/identity.ts';

test.each<[RawIdentity, ReturnType<typeof identityOf>]>([
  [{ serial: ' c02xl0aajg5h ' }, { serial: 'C02XL0AAJG5H' }],
  [{ serial: 'System Serial Number' }, {}],
  [{ serial: 'To be filled by O.E.M.' }, {}],
  [{ serial: 'None' }, {}],
  [{ serial: '0' }, {}],
  [{ serial: 'XXXXXXXXXXXX' }, {}],
  [{ serial: '' }, {}],
  [{ serial: null }, {}],
  [{ hardwareUuid: '309A4B7D-0000-4000-8E7F-26AE0815EDE8' }, { hardwareUuid: '309a4b7d000040008e7f26ae0815ede8' }],
  [{ hardwareUuid: '00000000-0000-0000-0000-000000000000' }, {}],
  [{ hardwareUuid: 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF' }, {}],
  [{ hardwareUuid: '03000200-0400-0500-0006-000700080009' }, {}],
  [{ hardwareUuid: '00020003-0004-0005-0006-000700080009' }, {}],
  [{ hardwareUuid: 'FEFEFEFE-FEFE-FEFE-FEFE-FEFEFEFEFEFE' }, {}],
  [{ hardwareUuid: '12345678-1234-5678-90AB-CDDEEFAABBCC' }, {}],
  [{ serial: '0123456789' }, {}],
  [{ serial: '123456789012345678901234' }, {}],
  [{ serial: 'SN-1234567890' }, {}],
  [{ serial: '1234567A' }, { serial: '1234567A' }],
  [{ macs: ['00:a0:c6:00:00:00', '24:b6:20:52:41:53', '00:a0:c6:00:00:01'] }, { macs: ['00a0c6000001'] }],
  [{ hardwareUuid: '6AB5B300-538D-1014-9FB5-B0684D007B53' }, {}],
  [{ serial: 'Base Board Serial Number' }, {}],
  [{ serial: 'VMware-56 4d 9c 1e' }, { serial: 'VMWARE-56 4D 9C 1E' }],
  [{ macs: ['00:50:56:c0:00:08', '00:05:9a:3c:7a:00', '00:09:0f:fe:00:01', '20:41:53:59:4e:ff'] }, {}],
  [{ imei: '35-693803-564380-9' }, { imei: '35693803564380' }],
  [{ imei: '356938035643809' }, { imei: '35693803564380' }],
  [{ imei: '000000000000000' }, {}],
  [{ macs: ['A4-83-E7-12-34-56', 'a483e7123456'] }, { macs: ['a483e7123456'] }],
  [{ macs: ['02:42:ac:1b:00:06', '00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff', '', null] }, {}],
])('%j is known by %j', (raw, identity) => {
  expect(identityOf(raw)).toEqual(identity);
});
