import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { assessmentOf } from '../../src/background/assessment.ts';
import { answersSchema } from '../../src/browser/stored-answers.ts';
import { assessmentSchema } from '../../src/browser/stored-assessment.ts';
import { catalogues } from '../../src/locales/index.ts';
import { type DiagnosticsInput, diagnostics } from '../../src/posture/diagnostics.ts';
import { readOrganization, readPosture } from '../../src/posture/read-wire.ts';
import { readableJson } from '../../src/posture/readable-json.ts';
import { settingNames } from '../../src/posture/settings.ts';
import { settingsInEffect } from '../../src/posture/settings-in-effect.ts';
import { acme, claimOf, disagreeing, failing, jamf, mixed } from '../support/assessments.ts';
import { anOrganizationAnswer, aPostureAnswer } from '../support/endpoint-answers.ts';
import { freeTextsOf, type Place, withTexts } from '../support/free-texts.ts';
import { hoursAgo, NOW, said } from '../support/posture.ts';
import { byDefault } from '../support/settings.ts';

const anInput = (input: Partial<DiagnosticsInput> = {}): DiagnosticsInput => ({
  now: NOW,
  extension: '1.0.0',
  browser: { name: 'chrome', version: '158.0.8200.1', engineMajor: 158 },
  platform: 'macos',
  inEffect: settingsInEffect({ default: byDefault }),
  permissions: [{ permission: 'management', isGranted: true }],
  assessment: mixed(),
  claims: [],
  answers: { organization: { fetchedAt: hoursAgo(1), maxAgeSeconds: 3600 }, posture: null },
  alarms: [{ name: 'check', ringsAt: hoursAgo(-5), everyMinutes: 720 }],
  documents: [{ name: 'assessment', version: 1, bytes: 9000, isReadable: true }],
  practices: catalogues.en.practices,
  ...input,
});

const told = (input: Partial<DiagnosticsInput> = {}) => JSON.parse(readableJson(diagnostics(anInput(input))));

describe('they tell', () => {
  test('what runs here, in an order that does not change', () => {
    expect(Object.keys(told())).toEqual([
      'preparedAt',
      'extension',
      'browser',
      'platform',
      'settings',
      'refusedSettings',
      'permissions',
      'kept',
      'assessed',
      'baselineAsOf',
      'connection',
      'sample',
      'sources',
      'omitted',
      'devices',
      'alarms',
      'documents',
    ]);
    expect(told()).toMatchObject({
      extension: '1.0.0',
      browser: { name: 'chrome', version: '158.0.8200.1' },
      permissions: [{ permission: 'management', granted: true }],
      kept: { organization: { maxAgeSeconds: 3600 }, posture: null },
      alarms: [{ alarm: 'check', rings: '2026-11-23T17:00:00.000Z (in 5 h)', everyMinutes: 720 }],
      documents: [{ document: 'assessment', version: 1, bytes: 9000, readable: true }],
    });
  });

  test('each setting with its origin, of the endpoint the host alone', () => {
    const endpoint = 'https://checks.acme.example/teams/jane';
    const { settings, refusedSettings } = told({
      inEffect: settingsInEffect({
        default: byDefault,
        managed: { checkEveryMinutes: 0, 'jane@acme.example': 1 },
        own: { endpoint },
        endpoint: { policyVersion: '2026-11-20' },
      }),
    });
    expect(Object.keys(settings)).toEqual(settingNames);
    expect(settings).toMatchObject({
      endpoint: { value: 'checks.acme.example', origin: 'own' },
      policyVersion: { value: '2026-11-20', origin: 'endpoint' },
      checkEveryMinutes: { value: 720, origin: 'default' },
    });
    expect(refusedSettings).toEqual([
      { setting: 'checkEveryMinutes', origin: 'managed', reason: 'unreadable' },
      { setting: 'no setting of ours', origin: 'managed', reason: 'unknown' },
    ]);
  });

  test('how the endpoint and each source answered', () => {
    const { connection, sources } = told({
      assessment: mixed({
        connection: { endpoint: 'https://acme.example', problem: 'timeout', answeredAt: hoursAgo(5) },
      }),
    });
    expect(connection).toEqual({ problem: 'timeout', answered: '2026-11-23T07:00:00.000Z (5 h ago)' });
    expect(sources).toMatchObject([
      { source: 'source 1 (jamf)', status: 'answered', reason: null },
      {
        source: 'source 2 (intune)',
        status: 'failed',
        reason: 'timeout',
        answered: '2026-11-21T12:00:00.000Z (2 d ago)',
      },
    ]);
  });

  test('of each device, by its number, how every check came out and who said so when', () => {
    const { devices } = told({ claims: [claimOf('disk-encryption')] });
    expect(devices.map(({ device, platform, form }: Record<string, unknown>) => [device, platform, form])).toEqual([
      [1, 'macos', 'computer'],
      [2, 'ios', 'phone'],
      [3, 'android', 'phone'],
    ]);
    expect(devices[0]).toMatchObject({ thisComputer: true, joined: true, lastKnown: false });
    const findingOf = (id: string) =>
      devices[0].findings.find(({ practice }: { readonly practice: string }) => practice === id);
    expect(findingOf('disk-encryption')).toMatchObject({
      rating: 'warn',
      observed: 'off',
      decidedBy: ['source 1 (jamf) on diskEncryption, 2026-11-23T09:00:00.000Z (3 h ago)'],
      claimed: '2026-11-23T12:00:00.000Z (0 min ago)',
    });
    expect(findingOf('firewall')).toEqual({
      practice: 'firewall',
      rating: 'unknown',
      reason: 'source-failed',
      blamed: ['source 2 (intune)'],
    });
  });

  test('a finding as it is shown now, not as it was judged once', () => {
    const { devices } = told({ now: hoursAgo(-24 * 30) });
    expect(JSON.stringify(devices)).not.toContain('"ok"');
  });

  test('what they can where nothing was assessed yet', () => {
    expect(told({ assessment: undefined, browser: undefined })).not.toHaveProperty('devices');
  });
});

const organizationAnswer = anOrganizationAnswer({
  minimumExtension: '1.0.0',
  organization: { ...acme, logo: 'data:image/png;base64,iVBORw0KGgo=', sample: true },
  baseline: { asOf: '2026-11-20', os: {}, browsers: {} },
  policy: {
    version: '2026-11-20',
    practices: {
      'disk-encryption': { importance: 'warn', dueAt: NOW, thresholds: { days: 3 } },
      'browser-extensions': { lists: { forbidden: ['abc'] } },
    },
  },
});

const everyFact = [
  said('diskEncryption', 'off'),
  said('osVersion', '26.7.2'),
  said('endpointProtection', [{ name: 'Falcon', state: 'stopped' }]),
  said('companyChecks', [{ id: 'c1', title: 'Backup', result: 'fail', text: 'Call Ann' }]),
  said('systemProtection', { sip: 'off' }, 'jamf', 4),
  said('screenLock', 'on', 'intune', 5),
];

const postureAnswer = aPostureAnswer({
  sample: true,
  thisComputer: 'sealed:mac',
  devices: ['d_1', 'd_2'].map((id, index) => ({
    id,
    name: 'Jane’s MacBook Pro',
    model: 'MacBook Pro',
    platform: 'macos',
    form: 'computer',
    serialEnding: '7Q2X',
    match: [index === 0 ? 'sealed:mac' : 'sealed:other'],
    mayBeSameAs: ['d_9'],
    seenBy: [{ source: 'jamf', lastContactAt: hoursAgo(3), joinedBy: 'serial' }],
    signals: everyFact,
  })),
  sources: [jamf, failing],
});

const view = {
  platform: 'macos',
  signals: [
    said('browserVersion', { name: 'chrome', version: '158.0.8200.1' }, 'browser', 0),
    said(
      'extensions',
      [{ id: 'abc', name: 'Notes', state: 'on', installed: 'sideloaded', reach: 'wide' }],
      'browser',
      0,
    ),
  ],
  gaps: [],
} as const;

const ENDPOINT = 'https://checks.acme.example';

function answersOf(organization: unknown, posture: unknown) {
  const [company, person] = [readOrganization(organization), readPosture(posture)];
  if ('problem' in company || 'problem' in person) throw new Error('A document cannot be read');
  const kept = { etag: '"e_1"', maxAgeSeconds: 3600, fetchedAt: NOW };
  return {
    endpoint: ENDPOINT,
    organization: { ...kept, document: company.document },
    posture: { ...kept, document: person.document },
    askedAt: NOW,
    answeredAt: NOW,
  };
}

const readBy = (schema: v.GenericSchema) => (json: unknown) => {
  const result = v.safeParse(schema, json);
  return result.success ? result.output : undefined;
};

const document = (read: (json: unknown) => { readonly document: unknown } | object) => (json: unknown) => {
  const result = read(json);
  return 'document' in result ? result.document : undefined;
};

const good = answersOf(organizationAnswer, postureAnswer);
const goodAssessment = JSON.parse(JSON.stringify(assessmentOf(view, { answers: good, problem: null }, '1.0.0', NOW)));
const goodDisagreement = JSON.parse(JSON.stringify(disagreeing()));

/** Every free text of every document, found by trying: a text is free where the document is still read with another in its place. */
const places = {
  organization: freeTextsOf(organizationAnswer, document(readOrganization)),
  posture: freeTextsOf(postureAnswer, document(readPosture)),
  answers: freeTextsOf(good, readBy(answersSchema)),
  assessment: freeTextsOf(goodAssessment, readBy(assessmentSchema)),
  disagreement: freeTextsOf(goodDisagreement, readBy(assessmentSchema)),
};

const pathsOf = (found: readonly Place[]): readonly string[] => found.map(({ path }) => path.join('.'));

test('the free texts are found', () => {
  expect(pathsOf(places.organization)).toEqual(
    expect.arrayContaining([
      'organization.name',
      'organization.contact.label',
      'organization.contact.url',
      'policy.version',
      'policy.practices.browser-extensions.lists.forbidden.0',
    ]),
  );
  expect(pathsOf(places.posture)).toEqual(
    expect.arrayContaining([
      'person.name',
      'person.key',
      'devices.0.name',
      'devices.0.model',
      'devices.0.serialEnding',
      'devices.0.signals.3.value.0.title',
      'sources.0.id',
      'sources.0.name',
    ]),
  );
  expect(pathsOf(places.assessment)).toEqual(
    expect.arrayContaining([
      'baselineAsOf',
      'connection.endpoint',
      'devices.0.id',
      'devices.0.findings.0.practice',
      'devices.0.findings.0.observed',
      'devices.0.findings.0.decidedBy.0.source',
    ]),
  );
  expect(pathsOf(places.posture)).not.toContain('devices.0.platform');
  // A moment has one form, in which there is no room for a text.
  for (const moment of ['assessedAt', 'devices.0.findings.0.decidedBy.0.observedAt'])
    expect(pathsOf(places.assessment)).not.toContain(moment);
});

/** No other text of the diagnostics holds it, in either case. */
const MARK = 'Zq7x';

const marks: readonly (readonly [string, string])[] = [
  ['a name', `${MARK} Doe`],
  ['an e-mail address', `${MARK.toLowerCase()}@acme.example`],
  ['a serial number', `C02${MARK.toUpperCase()}GYJGH5`],
  ['a token', `eyJhbGciOi${MARK}.eyJzdWIiOi.sig`],
  ['an address', `https://jane:${MARK}@192.168.0.7/${MARK}?token=${MARK}`],
  ['text that turns', `\u202e\u2066${MARK}\u200f`],
  ['markup', `<img src=x onerror="${MARK}">`],
  ['JSON', `"},{"${MARK}":"`],
];

const unseen = (text: string): void => {
  expect(text.toLowerCase()).not.toContain(MARK.toLowerCase());
  expect(text).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069<>@]/);
};

const reportOf = (assessment: unknown, answers: typeof good, mark: string): string =>
  readableJson(
    diagnostics(
      anInput({
        assessment: v.parse(assessmentSchema, assessment),
        answers,
        claims: [{ device: mark, practice: mark, claimedAt: NOW }],
        inEffect: settingsInEffect({
          default: byDefault,
          managed: { [mark]: mark, ...Object.fromEntries(settingNames.map((name) => [name, mark])) },
          own: { endpoint: `${ENDPOINT}/${encodeURIComponent(mark)}`, locale: mark, permissions: [mark] },
          endpoint: { policyVersion: answers.organization.document.policy.version, baselineAsOf: mark },
        }),
      }),
    ),
  );

function expectNoneOf(mark: string): void {
  const answers = answersOf(
    withTexts(organizationAnswer, places.organization, mark),
    withTexts(postureAnswer, places.posture, mark),
  );
  const judged = assessmentOf(view, { answers, problem: null }, '1.0.0', NOW);
  expect(JSON.stringify(judged)).toContain(JSON.stringify(`${mark}#`).slice(1, -2));
  unseen(reportOf(judged, answers, mark));

  const kept = v.parse(answersSchema, withTexts(good, places.answers, mark)) as typeof good;
  unseen(reportOf(withTexts(goodAssessment, places.assessment, mark), kept, mark));
  unseen(reportOf(withTexts(goodDisagreement, places.disagreement, mark), kept, mark));
}

describe('no free text of the company, of a person or of storage is in them', () => {
  test.each(marks)('%s', (_, mark) => {
    expectNoneOf(mark);
  });

  test('whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 20 }), (before, after) => {
        expectNoneOf(`${before}${MARK}${after}`);
      }),
      { numRuns: 8 },
    );
  });
});
