import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { assessmentOf } from '../../src/background/assessment.ts';
import { withSince } from '../../src/background/since.ts';
import { iconTitle } from '../../src/background/title.ts';
import { type Answers, answersSchema } from '../../src/browser/stored-answers.ts';
import { assessmentSchema } from '../../src/browser/stored-assessment.ts';
import { facts } from '../../src/posture/facts.ts';
import type { Assessment } from '../../src/posture/finding.ts';
import { DAY, elapsed, HOUR, later, MINUTE } from '../../src/posture/instant.ts';
import { keepLastKnown } from '../../src/posture/last-known.ts';
import { nextChange, present } from '../../src/posture/present.ts';
import { readOrganization, readPosture } from '../../src/posture/read-wire.ts';
import { badgeText } from '../../src/posture/summary.ts';
import { deviceLine, lastKnownText, listName, modelAndSystem, tabLabel } from '../../src/ui/device-words.ts';
import * as findingWords from '../../src/ui/finding-words.ts';
import { headlineWords } from '../../src/ui/headline-words.ts';
import { noticeWords, omittedTexts } from '../../src/ui/notice-words.ts';
import { contactLink, outgoingLink } from '../../src/ui/outgoing-link.ts';
import { reports, sourceState } from '../../src/ui/source-words.ts';
import type { Actions, View } from '../../src/ui/view.ts';
import { anyDevice } from '../support/arbitrary.ts';
import { aFullOrganizationAnswer, aFullPostureAnswer } from '../support/endpoint-answers.ts';
import { changed, foreignTexts, type Json, type Path, withAt } from '../support/foreign-text.ts';
import { unmanaged } from '../support/management.ts';
import { HUGE, mutated, placesOf, sent, valueAt } from '../support/mutation.ts';
import { NOW, said } from '../support/posture.ts';
import { property } from '../support/property.ts';

/** Of each list of the baseline a line or two are enough: the places of everything else would hardly ever be hit. */
const organizationJson = changed(aFullOrganizationAnswer() as unknown as Json, (value, path) =>
  Array.isArray(value) && path[0] === 'baseline' ? value.slice(-2) : value,
);
const postureJson = changed(aFullPostureAnswer() as unknown as Json, (value, path) =>
  Array.isArray(value) && path.at(-2) === 'covers' ? value.slice(0, 3) : value,
);

const browserView = {
  platform: 'macos',
  signals: [said('browserVersion', { name: 'chrome', version: '158.0.8200.1' }, 'browser', 0)],
  gaps: [],
} as const;

const kept = <Document>(document: Document) => ({ document, etag: null, maxAgeSeconds: 0, fetchedAt: NOW });

const documentOf = <Document>(read: { readonly document: Document } | { readonly problem: string }) =>
  'document' in read ? kept(read.document) : null;

const answersOf = (organization: unknown, posture: unknown): Answers => ({
  endpoint: 'https://acme.example',
  organization: documentOf(readOrganization(organization)),
  posture: documentOf(readPosture(posture)),
  askedAt: NOW,
  answeredAt: NOW,
});

const assessmentFrom = (answers: Answers): Assessment =>
  withSince(assessmentOf(browserView, { answers, problem: null }, '1.0.0', NOW), undefined);

const truth = answersOf(organizationJson, postureJson);

const stored = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

/** Everything that any page writes of an assessment. */
function words(assessment: Assessment, now: string): readonly (string | undefined)[] {
  const view: View = {
    assessment,
    ownAnswers: [],
    now,
    locale: 'en',
    viewer: undefined,
    management: unmanaged,
    actions: {} as Actions,
  };
  const { title, lead } = headlineWords(view);
  const of = (device: Assessment['devices'][number]) => [
    tabLabel(device, assessment.devices, 'en'),
    listName(device, 'en'),
    deviceLine(device, '', 'en'),
    lastKnownText(device, view),
    modelAndSystem(device, 'en'),
    ...device.findings.flatMap((finding) => [
      findingWords.findingTitle(finding, device, 'en'),
      findingWords.observedText(finding, device, view),
      findingWords.expectedText(finding, device, 'en'),
      findingWords.costText(finding, 'en'),
      findingWords.dueText(finding, view),
      ...finding.parts.map((part) => findingWords.partText(part, finding, device, 'en')),
      ...finding.alsoSaid.map((signal) => findingWords.saidText(signal, finding, device, view)),
      ...reports(finding, { ...assessment, platform: device.platform, now, locale: 'en' }, 'sentence'),
      ...(finding.reason === undefined ? [] : Object.values(findingWords.reasonText(finding.reason, finding, view))),
    ]),
  ];
  return [
    title,
    lead,
    iconTitle(assessment, 'en'),
    badgeText(assessment),
    ...noticeWords(view).flatMap(({ text, detail }) => [text, detail]),
    ...omittedTexts(assessment, 'en'),
    ...assessment.sources.map((source) => sourceState(source, now, 'en')),
    ...assessment.devices.flatMap(of),
  ];
}

const isOpenedByUs = (text: string): boolean =>
  (text.match(/\u2068/g) ?? []).length === (text.match(/\u2069/g) ?? []).length &&
  !/[\u202a-\u202e\u2066\u2067]/.test(text);

/** Judges answers as the worker does, stores what comes of it and puts it into words. */
function takeIn(answers: Answers, now: string): void {
  const assessment = assessmentFrom(answers);
  expect(v.parse(answersSchema, stored(answers))).toEqual(stored(answers));
  expect(v.parse(assessmentSchema, stored(assessment))).toEqual(assessment);
  nextChange(assessment, [], now);
  const texts = words(present(assessment, [], now), now);
  expect(texts.filter((text) => text !== undefined && !isOpenedByUs(text))).toEqual([]);
}

/** Both documents with one value replaced, in turn. */
function inEveryPlace(isMeant: (value: Json) => boolean, given: Json): void {
  const placesIn = (document: Json): readonly Path[] =>
    placesOf(document).filter((place) => isMeant(valueAt(document, place)));
  for (const place of placesIn(organizationJson))
    takeIn(answersOf(sent(withAt(organizationJson, place, given)), postureJson), NOW);
  for (const place of placesIn(postureJson))
    takeIn(answersOf(organizationJson, sent(withAt(postureJson, place, given))), NOW);
}

test.each(Object.entries(foreignTexts('https://acme.example')))('%s in place of every text', (_, text) => {
  inEveryPlace((value) => typeof value === 'string', text);
});

test.each([HUGE, -1, 1e308])('%s in place of every number', (number) => {
  inEveryPlace((value) => typeof value === 'number', number);
});

test('whatever is wrong in an answer: it is judged, stored and put into words', () => {
  const moment = fc.constantFrom(NOW, later(NOW, 40 * DAY), later(NOW, -DAY));
  property([mutated(organizationJson), mutated(postureJson), moment], (organization, posture, now) => {
    const answers = answersOf(organization, posture);
    const document = answers.posture?.document;
    const known = document === undefined ? truth.posture : kept(keepLastKnown(document, truth.posture?.document));
    takeIn(answers, now);
    takeIn({ ...answers, posture: known }, now);
  });
});

test('whatever is wrong in an answer: ok rests on what is there, fresh, read and not of the future', () => {
  property([mutated(organizationJson), mutated(postureJson)], (organization, posture) => {
    const { devices } = assessmentFrom(answersOf(organization, posture));
    for (const finding of devices.flatMap(({ findings }) => findings).filter(({ rating }) => rating === 'ok')) {
      expect(finding.decidedBy.length).toBeGreaterThan(0);
      for (const { fact, value, observedAt } of finding.decidedBy) {
        const age = elapsed(observedAt, NOW);
        expect(age).toBeGreaterThanOrEqual(-5 * MINUTE);
        expect(age).toBeLessThan(Math.max(facts[fact].maxAgeHours, 30 * 24) * HOUR);
        expect(v.is(facts[fact].value, value)).toBe(true);
      }
    }
  });
});

test('whatever an organisation’s addresses are: only https and mailto become links', () => {
  const url = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc
      .constantFrom('javascript:', 'ms-msdt:', 'https:', 'mailto:')
      .chain((scheme) => fc.string().map((rest) => `${scheme}${rest}`)),
  );
  property([url], (address) => {
    const { organization } = organizationJson as { readonly organization: object };
    const contact = { label: 'IT', url: address };
    const read = readOrganization({
      ...(organizationJson as object),
      organization: { ...organization, contact, privacyUrl: address },
    });
    const told = 'document' in read ? read.document.organization : null;
    for (const link of [contactLink(told, 'firewall')?.url, outgoingLink(told?.privacyUrl)])
      if (link !== undefined) expect(link).toMatch(/^(?:https:\/\/|mailto:)\S*$/);
  });
});

test('any order and repetition of devices and signals in an answer gives the same assessment', () => {
  property([fc.array(anyDevice, { maxLength: 5 }), fc.integer()], (some, seed) => {
    const devices = some.map((device, i) => ({ ...device, id: `d_${i}` }));
    const mixedUp = <Item>(items: readonly Item[]): readonly Item[] =>
      [...items, ...items].toSorted((a, b) => order(a, seed) - order(b, seed));
    const of = (told: readonly object[]) => {
      const posture = stored({ ...(postureJson as object), devices: told });
      return assessmentFrom(answersOf(organizationJson, posture)).devices;
    };
    const again = mixedUp(devices.map((device) => ({ ...device, signals: mixedUp(device.signals) })));
    expect(of(again)).toEqual(of(devices));
  });
});

/** Some number for a value, another one for another seed. */
const order = (value: unknown, seed: number): number =>
  [...`${seed}${JSON.stringify(value)}`].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003,
    7,
  );
