import { describe, expect, test } from 'vitest';
import { systems } from '../../../server/sources/index.ts';
import { SourceFailure } from '../../../server/upstream/failure.ts';

describe.each([
  ['google-mobile', 'mobiledevices'],
  ['google-chromeos', 'chromeosdevices'],
  ['google-cloud-identity', 'devices'],
] as const)('an answer of %s', (kind, list) => {
  const read = (json: unknown) => systems[kind].devicesIn(json, { source: 'google' });

  test.each([[{}], [{ nextPageToken: 'abc' }], [{ kind: 'admin#directory#devices', etag: '"abc"' }], [{ [list]: [] }]])(
    'may be a page without devices: %j',
    (json) => {
      expect(read(json)).toEqual({ inUse: [], retired: [] });
    },
  );

  test.each([
    [undefined],
    [null],
    ['<html>'],
    [[]],
    [{ error: { code: 403, errors: [{ reason: 'userRateLimitExceeded' }] } }],
    [{ value: [] }],
    [{ results: [] }],
    [{ [list]: null }],
    [{ [list]: 'none' }],
  ])('is not %j', (json) => {
    expect(() => read(json)).toThrow(SourceFailure);
  });

  test('loses a broken record only, and one that says nothing is a device without signals', () => {
    const { inUse } = read({ [list]: [null, 'broken', 7, {}] });
    expect(inUse).toHaveLength(1);
    expect(inUse[0]).toMatchObject({ identity: {}, name: '', signals: [] });
  });
});
