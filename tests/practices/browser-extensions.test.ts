import { describe, expect, test } from 'vitest';
import { browserFindingOf } from '../support/posture.ts';

const extension = (id: string, more: object = {}) => ({
  id,
  name: `The ${id}`,
  state: 'on',
  installed: 'by-person',
  reach: 'ordinary',
  ...more,
});

const extensions = (list: unknown, lists: Record<string, string[]> = {}) =>
  browserFindingOf('browser-extensions', 'extensions', list, {
    policy: { version: '1', practices: { 'browser-extensions': { lists } } },
  });

const told = (...[list, lists]: Parameters<typeof extensions>) =>
  extensions(list, lists).parts.map(({ observed, params }) => [observed, params['name']]);

test.each([
  [[], 0],
  [[extension('notes'), extension('timer', { state: 'off', reach: 'wide' })], 1],
])('nothing stands out: %#', (list, count) => {
  expect(extensions(list)).toMatchObject({ rating: 'ok', observed: 'fine', params: { count }, parts: [] });
});

test.each([
  ['sideloaded', { installed: 'sideloaded' }],
  ['unpacked', { installed: 'unpacked' }],
  ['wide', { reach: 'wide' }],
  ['sideloaded', { installed: 'sideloaded', reach: 'wide' }],
])('an extension is told once, as %s', (observed, more) => {
  const finding = extensions([extension('helper', more), extension('notes')]);
  expect(finding).toMatchObject({ rating: 'nudge', observed: 'to-look-at', params: { problems: 1 } });
  expect(finding.parts).toEqual([{ observed, rating: 'nudge', params: { name: 'The helper' } }]);
});

describe('the company’s lists', () => {
  test('what is forbidden is a warning, however it was installed', () => {
    const forbidden = extension('coupons', { installed: 'by-policy' });
    expect(extensions([forbidden], { forbidden: ['coupons'] }).rating).toBe('warn');
    expect(told([forbidden], { forbidden: ['coupons'] })).toEqual([['forbidden', 'The coupons']]);
  });

  test('what is forbidden, but switched off, does no harm', () => {
    expect(extensions([extension('coupons', { state: 'off' })], { forbidden: ['coupons'] }).rating).toBe('ok');
  });

  test('what is required is there by any of its ids', () => {
    const required = { 'required:Password manager': ['in-chrome', 'in-firefox'] };
    expect(extensions([extension('in-firefox', { reach: 'wide' })], required).rating).toBe('ok');
    expect(extensions([], required).rating).toBe('warn');
    expect(told([], required)).toEqual([['missing', 'Password manager']]);
    expect(told([extension('in-chrome', { state: 'off' })], required)).toEqual([['missing', 'Password manager']]);
  });

  test('what is required is told by a name of at most 300 characters, its list’s', () => {
    const [[, name] = []] = told([], { ['required:'.padEnd(5000, 'x')]: [] });
    expect(String(name).length).toBeLessThanOrEqual(300);
  });

  test('what is allowed, or came by policy, is not to be looked at again', () => {
    const list = [
      extension('blocker', { reach: 'wide' }),
      extension('agent', { installed: 'by-policy', reach: 'wide' }),
    ];
    expect(extensions(list, { allowed: ['blocker'] }).rating).toBe('ok');
  });

  test('what is both allowed and forbidden is forbidden', () => {
    expect(told([extension('coupons')], { allowed: ['coupons'], forbidden: ['coupons'] })).toEqual([
      ['forbidden', 'The coupons'],
    ]);
  });

  test('the worst decides, and each is told', () => {
    const finding = extensions([extension('coupons'), extension('helper', { installed: 'unpacked' })], {
      forbidden: ['coupons'],
      'required:VPN': ['vpn'],
    });
    expect(finding).toMatchObject({ rating: 'warn', params: { problems: 3, count: 2 } });
    expect(finding.parts.map(({ observed }) => observed)).toEqual(['missing', 'forbidden', 'unpacked']);
  });

  test('what the company merely suggests is a nudge', () => {
    const policy = {
      version: '1',
      practices: { 'browser-extensions': { importance: 'nudge', lists: { forbidden: ['coupons'] } } },
    } as const;
    const value = [extension('coupons')];
    expect(
      browserFindingOf('browser-extensions', 'extensions', value, { policy: structuredClone(policy) as never }).rating,
    ).toBe('nudge');
  });
});

test.each([null, {}, [{ id: 'x' }], [extension('x', { reach: 'enormous' })]])('%j is not understood', (list) => {
  expect(extensions(list)).toMatchObject({ rating: 'unknown', reason: 'value-not-understood' });
});
