import { describe, expect, test } from 'vitest';
import { nodeProblem, satisfies } from '../../scripts/node-version.mjs';

const range = '^20.19.0 || ^22.13.0 || >=24';

describe('the range of Node versions', () => {
  test.each(['20.19.0', '20.20.2', '22.13.0', '22.22.0', '24.0.0', '25.1.0', '26.0.0', 'v24.13.0'])(
    '%s is in it',
    (version) => {
      expect(satisfies(version, range)).toBe(true);
    },
  );

  test.each(['18.20.8', '20.9.0', '20.18.3', '21.7.3', '22.12.0', '23.11.0', 'v16.20.2'])('%s is not', (version) => {
    expect(satisfies(version, range)).toBe(false);
  });

  test('one that is written in another way is an error, not a yes', () => {
    expect(() => satisfies('24.0.0', '~24.0')).toThrow('"~24.0"');
  });
});

test('a Node that fits is no problem', () => {
  expect(nodeProblem('v24.1.0', range)).toBeNull();
});

test('a Node that does not fit is told in one sentence: what is needed, what is here, what to do', () => {
  expect(nodeProblem('v18.20.8', range)).toMatch(
    /needs Node \^20\.19\.0 or .*this is Node v18\.20\.8: install Node 24/,
  );
});
