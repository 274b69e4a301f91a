import { expect, test } from 'vitest';
import type { CompanyFile } from '../../../server/sources/company-file.ts';
import { file } from '../../../server/sources/file.ts';
import { fileConnector } from '../../../server/sources/file-connection.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';
import { toolsHere } from '../../support/company-tools.ts';

const email = 'jane.doe@acme.example';
const never = new AbortController().signal;
const changedAt = '2026-11-23T06:00:00.000Z';

/** The inventory in a file whose text the company may change. */
function inventory(text: string, settings: object = {}, path = 'devices.csv') {
  const kept: CompanyFile & { text: string; changedAt: string } = { text, changedAt };
  const { byPerson, snapshot } = fileConnector.connect(
    { path, ...settings },
    { ...toolsHere, readText: async () => ({ ...kept }) },
  );
  return { kept, byPerson: byPerson!, snapshot: snapshot! };
}

/** What Jane is told of her devices. */
async function janes(text: string, settings: object = {}, path = 'devices.csv') {
  const { records } = await inventory(text, settings, path).byPerson(email, never);
  return file.devicesIn(file.answerOf(records.map(({ record }) => record)), { source: 'file' }).inUse;
}

const table = `owners,name,platform,serial,diskEncryption,screenLockAfterSeconds,osVersion
${email},Jane’s Mac,macOS,ZSFILE0001,On,300,26.1
other@acme.example,Other,windows,ZSFILE0002,off,,`;

const json = JSON.stringify([
  {
    owners: [email],
    name: 'Jane’s Mac',
    platform: 'macos',
    serial: 'ZSFILE0001',
    facts: { diskEncryption: 'on', screenLockAfterSeconds: 300, osVersion: '26.1' },
  },
]);

const yaml = `devices:
  - owners: [${email}]
    name: Jane’s Mac
    platform: macos
    serial: ZSFILE0001
    facts: { diskEncryption: on, screenLockAfterSeconds: 300, osVersion: '26.1' }
`;

test.each([
  ['devices.csv', table],
  ['devices.CSV', `\uFEFF${table.replaceAll('\n', '\r\n')}\r\n\r\n`],
  ['devices.json', json],
  ['devices.yaml', yaml],
  ['devices.yml', yaml],
])('%s tells Jane of her own devices, as old as the file', async (path, text) => {
  const [device, ...others] = await janes(text, {}, path);
  expect(others).toEqual([]);
  expect(device).toMatchObject({
    identity: { serial: 'ZSFILE0001' },
    name: 'Jane’s Mac',
    platform: 'macos',
    form: 'computer',
  });
  expect(device?.signals.map(({ fact, value, observedAt }) => [fact, value, observedAt])).toEqual([
    ['diskEncryption', 'on', changedAt],
    ['screenLockAfterSeconds', 300, changedAt],
    ['osVersion', '26.1', changedAt],
  ]);
});

test('The whole inventory tells whose each device is: of several addresses too, in lower case', async () => {
  const { snapshot } = inventory(`owners;serial\n"Jane.Doe@ACME.example, b@acme.example";1\n;2`, { delimiter: ';' });
  const owners: (readonly string[])[] = [];
  for await (const { records } of snapshot(never)) owners.push(...records.map((record) => record.owners));
  expect(owners).toEqual([[email, 'b@acme.example'], []]);
});

test('Columns may be called otherwise', async () => {
  const text = `Assigned to,Serial number,FileVault\n${email},ZSFILE0001,ON`;
  const columns = { owners: 'Assigned to', serial: 'Serial number', diskEncryption: 'FileVault' };
  const [device] = await janes(text, { columns });
  expect(device?.identity).toEqual({ serial: 'ZSFILE0001' });
  expect(device?.signals.map(({ value }) => value)).toEqual(['on']);
});

test.each([
  ['observedAt', `2026-11-20T06:00:00Z`, ['2026-11-20T06:00:00.000Z']],
  ['observedAt', '2026-11-20', ['2026-11-20T00:00:00.000Z']],
  ['observedAt', '', []],
  ['observedAt', 'lately', []],
  ['observedAt', '1970-01-01', []],
  ['checkedOn', '2026-11-20', [changedAt]],
])('With the day %s = %j its facts were observed at %j', async (heading, day, observed) => {
  const [device] = await janes(`owners,firewall,${heading}\n${email},on,${day}`);
  expect(device?.signals.map(({ observedAt }) => observedAt)).toEqual(observed);
});

test('A file that was changed is read again', async () => {
  const { kept, byPerson } = inventory(`owners,firewall\n${email},off`);
  expect((await byPerson(email, never)).records).toMatchObject([{ record: { facts: { firewall: 'off' } } }]);
  kept.text = `owners,firewall\n${email},on`;
  kept.changedAt = '2026-11-24T06:00:00.000Z';
  expect((await byPerson(email, never)).records).toMatchObject([
    { record: { facts: { firewall: 'on' }, observedAt: '2026-11-24T06:00:00.000Z' } },
  ]);
});

test('A file that was written again with the same words is as new as that', async () => {
  const { kept, byPerson } = inventory(`owners,firewall\n${email},off`);
  await byPerson(email, never);
  kept.changedAt = '2026-11-24T06:00:00.000Z';
  expect((await byPerson(email, never)).records).toMatchObject([{ record: { observedAt: kept.changedAt } }]);
});

const rows = (count: number) => `owners\n${`${email}\n`.repeat(count)}`;

test.each([
  ['breaks off in a quoted cell', `owners,name\n${email},"Jane`, 'devices.csv'],
  ['has a row with a cell too many', `owners,name\n${email},Jane,x`, 'devices.csv'],
  ['has two columns of one name', `owners,serial,serial\n${email},1,2`, 'devices.csv'],
  ['does not say whose the devices are', 'name,serial\nJane,1', 'devices.csv'],
  ['is empty', '', 'devices.csv'],
  ['has more rows than any company has devices', rows(50_001), 'devices.csv'],
  ['is no JSON', '[{', 'devices.json'],
  ['is another document', '{"people": []}', 'devices.json'],
  ['is nested without end', '['.repeat(100_000), 'devices.json'],
  ['is nested without end', '['.repeat(10_000), 'devices.yaml'],
  ['names a thing twice', 'devices: []\ndevices: []', 'devices.yaml'],
  [
    'multiplies itself',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ndevices: [*d,*d,*d,*d]`,
    'devices.yaml',
  ],
])('A file that %s is unreadable, which is not "no devices"', async (_, text, path) => {
  const reading = janes(text, {}, path);
  await expect(reading).rejects.toThrow(SourceFailure);
  await expect(reading).rejects.toMatchObject({ fault: 'unreadable' });
});

test('A column that the company named and that is gone makes the file unreadable', async () => {
  const reading = janes(`owners,firewall\n${email},on`, { columns: { firewall: 'Firewall on?' } });
  await expect(reading).rejects.toMatchObject({ fault: 'unreadable' });
});

test('As many rows as a large company has devices are read', async () => {
  expect((await inventory(rows(50_000)).byPerson(email, never)).records).toHaveLength(50_000);
});
