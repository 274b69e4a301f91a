import { expect, test } from 'vitest';
import { BY_ISSUER, isMissing, personOf } from '../../../server/identity/claims.ts';

const names = { email: 'email', emailVerified: 'email_verified', name: 'name', groups: 'groups' };
const isGroupUsed = (group: string) => group === 'lab';
const jane = { sub: '1', email: ' Jane@Acme.example', email_verified: true, name: 'Jane Doe', groups: ['lab', 'yoga'] };
const believed = { names, isGroupUsed };

test('Whoever has a verified address is that person, in lower case, with the groups that the policy speaks of', () => {
  expect(personOf(jane, believed)).toEqual({ email: 'jane@acme.example', name: 'Jane Doe', groups: ['lab'] });
});

test.each([true, 'true', 1, '1'])('%j is verified', (email_verified) => {
  expect(personOf({ ...jane, email_verified }, believed)).not.toBeNull();
});

test.each([false, 'false', 0, '', null, undefined, 'yes', {}, [true]])('%j is not verified', (email_verified) => {
  expect(personOf({ ...jane, email_verified }, believed)).toBeNull();
});

test.each([undefined, '', 'jane', 'jane@', 7, ['jane@acme.example'], 'jane@acme.example, joe@acme.example'])(
  '%j is nobody’s address',
  (email) => {
    expect(personOf({ ...jane, email }, believed)).toBeNull();
  },
);

test('An issuer that gives out verified addresses alone need not say so', () => {
  const entra = { ...believed, names: { ...names, email: 'upn', emailVerified: BY_ISSUER } };
  expect(personOf({ upn: 'jane@acme.example' }, entra)).toEqual({
    email: 'jane@acme.example',
    name: 'jane',
  });
  expect(personOf({ email: 'jane@acme.example' }, entra), 'and no other claim counts').toBeNull();
});

test.each([
  ['acme.example', true],
  ['example', false],
  ['evil-acme.example', false],
])('Where only addresses of %s count, Jane’s does: %s', (domain, counts) => {
  expect(personOf(jane, { ...believed, domains: [domain] }) !== null).toBe(counts);
});

test('A name that is none is what the address begins with, and groups that are none are none', () => {
  const told = personOf({ ...jane, name: '  ', groups: { lab: true } }, believed);
  expect(told).toEqual({ email: 'jane@acme.example', name: 'jane' });
});

test('What a token lacks is asked for elsewhere, but nothing that nobody wants', () => {
  expect(isMissing(jane, names)).toBe(false);
  expect(isMissing({ ...jane, groups: undefined }, names)).toBe(true);
  const { groups: _, ...withoutGroups } = names;
  expect(isMissing({ ...jane, groups: undefined }, withoutGroups)).toBe(false);
  expect(isMissing({ email: 'a@b.example', name: 'A' }, { ...withoutGroups, emailVerified: BY_ISSUER })).toBe(false);
});
