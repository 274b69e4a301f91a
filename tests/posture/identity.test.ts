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
  [{ imei: '35-693803-564380-9' }, { imei: '35693803564380' }],
  [{ imei: '356938035643809' }, { imei: '35693803564380' }],
  [{ imei: '000000000000000' }, {}],
  [{ macs: ['A4-83-E7-12-34-56', 'a483e7123456'] }, { macs: ['a483e7123456'] }],
  [{ macs: ['02:42:ac:1b:00:06', '00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff', '', null] }, {}],
])('%j is known by %j', (raw, identity) => {
  expect(identityOf(raw)).toEqual(identity);
});
