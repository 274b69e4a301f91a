import { expect, test } from 'vitest';
import { samplePeople } from '../../../server/sample/index.ts';
import type { SamplePerson } from '../../../server/sample/person.ts';
import { bundledBaseline } from '../../../src/posture/bundled-baseline.ts';
import { NOW, textOf } from './asked.ts';

/** The vendors' fields whose values must not leave the gateway. */
const secretFields =
  /^(serialNumber|udid|imei|macAddress|altMacAddress|wiFiMacAddress|wifiMacAddress|ethernetMacAddress|email|deviceId|resourceId|assetTag|annotatedAssetId)$/;

const secretsIn = (json: unknown): readonly string[] => {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) =>
    secretFields.test(name) && typeof value === 'string' ? [value] : secretsIn(value),
  );
};

/** Without case and separators, and an IMEI without its check digit: what is left of a key in any form it may be written in. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replace(/^(\d{14})\d$/, '$1');

const secretsOf = ({ answersAt, email }: SamplePerson): readonly string[] => [
  email,
  ...answersAt({ now: NOW, baseline: bundledBaseline }).flatMap(({ json }) => secretsIn(json)),
];

test.each(samplePeople.map((person) => [person.id, person] as const))(
  'No whole serial, hardware UUID, IMEI, MAC or e-mail address is in the answers about %s',
  async (id, person) => {
    const secrets = secretsOf(person);
    expect(secrets.length).toBeGreaterThan(id === 'empty' ? 0 : 4);
    const said = `${await textOf(`${id}/v1/posture`)}${await textOf(`${id}/v1/organization`)}`;
    for (const secret of secrets) {
      expect(said).not.toContain(secret);
      expect(bare(said)).not.toContain(bare(secret));
    }
  },
);

test('No two sample devices share an identity, but for Jane a day later', () => {
  const owners = new Map<string, string>();
  for (const person of samplePeople.filter(({ id }) => id !== 'source-down')) {
    for (const secret of secretsOf(person)) {
      expect(owners.get(bare(secret)) ?? person.id).toBe(person.id);
      owners.set(bare(secret), person.id);
    }
  }
});
