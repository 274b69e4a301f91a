import type { Hono } from 'hono';
import type { Instant } from '../src/posture/instant.ts';
import { answer, refuse, refuseFor } from './answer.ts';
import { organizationDescribed, postureDescribed } from './api-description.ts';
import type { Company, Terms } from './company.ts';
import { etagOf } from './etag.ts';
import type { Person } from './identity/identify.ts';
import type { Journal } from './journal/journal.ts';
import { limitsOf } from './limits.ts';
import { ORGANIZATION_MAX_AGE_SECONDS, organizationAnswer } from './organization.ts';
import { personalTerms } from './personal-terms.ts';
import { maxAgeSeconds, postureOf, type SourceAnswer } from './posture.ts';
import { sealWith } from './seal.ts';
import { serveSignIn } from './sign-in-routes.ts';

interface Serving {
  readonly now: () => Instant;
  readonly journal: Journal;
}

/** Serves the people of a company: what is the same for all, and to each their own devices. */
export function serveCompany(app: Hono, company: Company, { now, journal }: Serving): void {
  const organizationAt = organizationOf(company);
  const contentOf = personalContent(company);
  const alone = limitsOf();

  app.get('/v1/organization', organizationDescribed, (context) => {
    const generatedAt = now();
    const { content, etag } = organizationAt(generatedAt);
    return answer(context, { content, generatedAt, etag, maxAgeSeconds: ORGANIZATION_MAX_AGE_SECONDS });
  });
  app.get('/v1/posture', postureDescribed, async (context) => {
    const person = await company.identify(context.req.raw);
    const limits = company.limits ?? alone;
    const waitSeconds = await (person ? limits.ofPerson(person.email) : limits.ofStrangers());
    if (waitSeconds > 0) {
      journal.refused(person ? 'person' : 'stranger');
      return refuseFor(context, waitSeconds);
    }
    if (person === null) return refuse(context, 'unauthorised');
    const answers = await company.askSources(person.email);
    const generatedAt = now();
    const { content, etag } = contentOf(person, answers, organizationAt(generatedAt).etag);
    return answer(context, { content, generatedAt, etag, maxAgeSeconds: maxAgeSeconds(answers, generatedAt) });
  });
  serveSignIn(app, { now, signIn: () => company.signIn?.() });
}

/** Made anew only when the company says something else. */
function organizationOf({ terms }: Company) {
  const made = (current: Terms, at: Instant) => {
    const { generatedAt: _, ...content } = organizationAnswer(current, at);
    return { terms: current, content, etag: content.etag };
  };
  let last: ReturnType<typeof made> | undefined;
  return (at: Instant) => {
    const current = terms();
    if (last?.terms !== current) last = made(current, at);
    return last;
  };
}

/** What a person is told. What was made of the same answers on the same terms is not made again. */
function personalContent(company: Company) {
  const seal = sealWith(company.key, 'device');
  const personKey = sealWith(company.key, 'person');
  const make = ({ email, name, groups }: Person, answers: readonly SourceAnswer[], organization: string) => {
    const posture = postureOf(answers, { organization, person: { key: personKey(email), name }, seal });
    const content = { ...posture, ...personalTerms(company.terms(), { groups, devices: posture.devices, seal }) };
    return { content, etag: etagOf('p', content) };
  };
  const made = new WeakMap<readonly SourceAnswer[], Made & ReturnType<typeof make>>();
  return (person: Person, answers: readonly SourceAnswer[], organization: string) => {
    const by = { person, terms: company.terms() };
    const before = made.get(answers);
    if (before?.terms === by.terms && isSamePerson(before.person, person)) return before;
    const content = { ...make(person, answers, organization), ...by };
    made.set(answers, content);
    return content;
  };
}

/** For whom and on which terms something was made. */
interface Made {
  readonly person: Person;
  readonly terms: Terms;
}

const isSamePerson = (a: Person, b: Person): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
