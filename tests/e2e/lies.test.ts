import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/posture/finding.ts';
import { DAY, later } from '../../src/posture/instant.ts';
import {
  confront,
  confrontBothBrowsers,
  elsewhere,
  json,
  logosOf,
  now,
  organization,
  posture,
  ratingsOf,
  type Seen,
  truth,
  withoutAges,
} from '../support/confront.ts';
import { changed, foreignTexts, type Json, withForeignTexts, withProtoKeys } from '../support/foreign-text.ts';
import { type Answer, activeLogos, body, forbiddenLinks, forbiddenLogos, refused } from '../support/lies.ts';

confrontBothBrowsers();

/** One sentence more, which says when all this was true; and all of it is still there. */
function expectLastGood({ assessment, shown, before }: Seen): void {
  const ofEndpoint = shown.notices.filter(({ id }) => id === 'endpoint-failing');
  expect(ofEndpoint).toHaveLength(1);
  expect(ofEndpoint[0]?.sentence).toMatch(/^127\.0\.0\.1:\d+ did not answer\. This was true on \w+day/);
  expect(shown.notices.filter(({ id }) => id !== 'endpoint-failing')).toEqual(before.shown.notices);
  expect(ratingsOf(assessment)).toEqual(ratingsOf(before.assessment));
  expect(assessment.connection.answeredAt).toBe(before.assessment.connection.answeredAt);
  expect(withoutAges(shown).findings).toEqual(withoutAges(before.shown).findings);
  expect(shown.links).toEqual(before.shown.links);
  expect(logosOf(shown)).toEqual(logosOf(before.shown));
  expect(shown.findings.find(({ practice }) => practice === 'disk-encryption')?.text).toContain('3 hours ago');
}

describe('what is no answer leaves the last good assessment with its age, and one sentence', () => {
  test.each(refused('').map(([name], index) => [name, index] as const))('%s', (_, index) => {
    const [, problems, answer] = refused(elsewhere.origin)[index] as ReturnType<typeof refused>[number];
    const see = (seen: Seen) => {
      expect(problems).toContain(seen.assessment.connection.problem);
      expectLastGood(seen);
    };
    return confront([{ lie: { organization: answer, posture: answer }, see }]);
  });

  test.each([
    ['only the organisation', { organization: body('<html>') }],
    ['only the person', { posture: body('<html>') }],
    ['the organisation as the person', { posture: truth.organization }],
    ['the person as the organisation', { organization: truth.posture }],
    ['a time of 1970', { posture: json({ ...posture, generatedAt: '1970-01-01T00:00:00Z' }) }],
    ['no sources but text', { posture: json({ ...posture, sources: 'none' }) }],
    ['a policy that is a list', { organization: json({ ...organization, policy: [] }) }],
  ])('%s', (_, lie) => confront([{ lie, see: expectLastGood }]));
});

describe('foreign text stays text in every field', () => {
  test.each(Object.keys(foreignTexts('')))('%s', (name) => {
    const text = foreignTexts(elsewhere.origin)[name] ?? '';
    const lie = {
      organization: json(withForeignTexts(organization as Json, text)),
      posture: json(withForeignTexts(posture as Json, text)),
    };
    const see = ({ assessment, shown }: Seen) => {
      expect(assessment.connection.problem).toBeNull();
      expect(assessment.devices).toHaveLength(2);
      expect(shown.findings.length).toBeGreaterThan(5);
    };
    return confront([{ lie, see }]);
  });
});

/** An organisation that is told otherwise. */
const organizationWith = (change: object): Answer =>
  json({ ...organization, organization: { ...(organization.organization as object), ...change } });

test('addresses of other schemes, and addresses that are none, are no links', () => {
  const urls = forbiddenLinks('http://127.0.0.1');
  const lies = urls.flatMap((url, i) => {
    const privacyUrl = urls[i + 1] ?? urls[0];
    // Each is a contact's once, or the privacy page's.
    if (i % 2 === 1) return [];
    const lie = { organization: organizationWith({ contact: { label: 'IT', url }, privacyUrl }) };
    return [{ lie, see: ({ shown }: Seen) => expect(shown.links, url).toEqual([]) }];
  });
  return confront(lies);
});

test('a logo that is a picture is shown, and does nothing', () => {
  const lies = activeLogos(elsewhere.origin).map((logo) => ({
    lie: { organization: organizationWith({ logo }) },
    see: ({ shown }: Seen) => expect(logosOf(shown)).toEqual([`img ${logo}`]),
  }));
  return confront(lies);
});

test('a logo that is none is not shown', () => {
  const lies = forbiddenLogos(elsewhere.origin).map((logo) => ({
    lie: { organization: organizationWith({ logo }) },
    see: ({ shown }: Seen) => expect(logosOf(shown), logo).toEqual([]),
  }));
  return confront(lies);
});

const [mac, pixel] = posture.devices as readonly { readonly signals: readonly object[] }[];
const postureWith = (change: object): Answer => json({ ...posture, ...change });
const dated = (at: string): Answer =>
  json(changed(posture as Json, (value, path) => (path.at(-1) === 'observedAt' ? at : value)));

/** What is called ok by the word of a company's tool: that one has heard of the device is not told by a signal. */
const okOf = ({ devices }: Assessment) =>
  devices
    .flatMap(({ findings }) => findings)
    .filter(({ rating, scope, isAside }) => rating === 'ok' && scope === 'device' && !isAside);

describe('an answer beyond all measure', () => {
  test('10,000 devices: 100 are shown, and the others counted', () => {
    const { id: _, ...named } = { ...pixel, id: '', match: [], seenBy: [], signals: [], model: 'x' };
    const short = { ...named, name: '', ownership: undefined, mayBeSameAs: undefined, serialEnding: undefined };
    const devices = Array.from({ length: 10_000 }, (_, i) => ({ ...short, id: `d_${i}` }));
    const see = ({ assessment, shown }: Seen) => {
      expect(assessment.connection.problem).toBeNull();
      // 100 of them, this computer, and the two that only the tool that failed could have listed.
      expect(assessment.devices.length).toBeLessThanOrEqual(103);
      expect(assessment.omitted.overLimit).toBe(9900);
      expect(shown.headlines).toBe(1);
    };
    return confront([{ lie: { posture: postureWith({ devices }) }, see }]);
  });

  test('the same device 500 times is one device', () => {
    const devices = [...Array.from({ length: 500 }, () => mac), pixel];
    const see = ({ assessment }: Seen) => {
      expect(assessment.connection.problem).toBeNull();
      expect(assessment.devices.map(({ id }) => id)).toEqual(['d_mac', 'd_pixel']);
    };
    return confront([{ lie: { posture: postureWith({ devices }) }, see }]);
  });

  test('two megabytes in the values of a device are no value', () => {
    const signals = mac?.signals.map((signal, i) => ({ ...signal, value: '<'.repeat(i < 2 ? 900_000 : 10) }));
    const see = ({ assessment }: Seen) => {
      expect(assessment.connection.problem).toBeNull();
      expect(okOf(assessment).filter(({ device }) => device === 'd_mac')).toEqual([]);
    };
    return confront([{ lie: { posture: postureWith({ devices: [{ ...mac, signals }] }) }, see }]);
  });

  test('two megabytes of small values are kept or refused, but never passed over in silence', () => {
    const device = (id: number) => ({
      ...mac,
      id: `d_${id}`,
      match: [],
      signals: Array.from({ length: 60 }, (_, i) => ({ ...mac?.signals[0], source: `s${i}`, value: '<'.repeat(200) })),
    });
    const devices = Array.from({ length: 90 }, (_, i) => device(i));
    const see = ({ assessment, shown }: Seen) => {
      expect([null, 'too-large']).toContain(assessment.connection.problem);
      expect(okOf(assessment).filter(({ decidedBy }) => JSON.stringify(decidedBy).includes('<'))).toEqual([]);
      expect(shown.headlines).toBe(1);
    };
    return confront([{ lie: { posture: postureWith({ devices }) }, see }]);
  });

  test('numbers that no computer can write', () => {
    const huge = (document: object) =>
      body(JSON.stringify(document).replaceAll(/:(?:300|600|14|168|2)(?=[,}])/g, ':1e999'));
    const see = ({ shown }: Seen) => expect(shown.findings.length).toBeGreaterThan(5);
    return confront([{ lie: { organization: huge(organization), posture: huge(posture) }, see }]);
  });
});

describe('an endpoint that changes its mind', () => {
  test.each(['windows', 'android', 'chromeos', 'unknown'])(
    'about what its devices are (%s): they are the same ones, by its last word',
    (platform) => {
      const other = changed(posture as Json, (value, path) => (path.at(-1) === 'platform' ? platform : value));
      const see = ({ assessment }: Seen) => {
        expect(assessment.connection.problem).toBeNull();
        const listed = assessment.devices.filter(({ id }) => id.startsWith('d_'));
        expect(listed.map((device) => [device.id, device.platform])).toEqual([
          ['d_mac', platform],
          ['d_pixel', platform],
        ]);
      };
      return confront([{ lie: { posture: json(other) }, see }]);
    },
  );

  test('about its own version, each time that it is asked: what it says is judged all the same', () => {
    let asked = 0;
    const lie = {
      organization: ((request, response) => {
        asked += 1;
        json({ ...organization, etag: `o_${asked}` })(request, response);
      }) satisfies Answer,
      posture: postureWith({ organization: 'o_of_yesterday' }),
    };
    const see = ({ assessment, before }: Seen) => {
      expect(assessment.connection.problem).toBeNull();
      expect(ratingsOf(assessment)).toEqual(ratingsOf(before.assessment));
    };
    return confront([
      { lie, see },
      { lie, see },
    ]);
  });

  test('about whether there are devices at all, and then fails: its last word stays', () => {
    const sources = (posture.sources as readonly object[]).map((source) => ({
      ...source,
      status: 'answered',
      reason: null,
    }));
    const none = ({ assessment }: Seen) =>
      expect(assessment.devices.filter(({ id }) => id.startsWith('d_'))).toEqual([]);
    return confront([
      { lie: { posture: postureWith({ devices: [], sources }) }, see: none },
      { lie: { posture: body('', 500) }, see: none },
    ]);
  });
});

describe('never ok', () => {
  test.each([
    ['from the future', later(now, 2 * DAY)],
    ['of the year 9998', '9998-12-31T23:59:59.000Z'],
    ['of 2001', '2001-02-03T00:00:00.000Z'],
    ['of 1970', '1970-01-01T00:00:00.000Z'],
  ])('by what is %s', (_, at) => {
    const see = ({ assessment }: Seen) => {
      const resting = okOf(assessment).filter(({ decidedBy }) => decidedBy.some(({ observedAt }) => observedAt === at));
      expect(resting).toEqual([]);
    };
    return confront([{ lie: { posture: dated(at) }, see }]);
  });

  test('by keys that every object has', () => {
    const lie = {
      organization: body(withProtoKeys(organization as Json)),
      posture: body(withProtoKeys(posture as Json)),
    };
    const see = ({ assessment, before }: Seen) => expect(ratingsOf(assessment)).toEqual(ratingsOf(before.assessment));
    return confront([{ lie, see }]);
  });
});
