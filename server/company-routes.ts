import type { Hono } from 'hono';
import type { Instant } from '../src/posture/instant.ts';
import { answer, type Refuse } from './answer.ts';
import { organizationDescribed, postureDescribed } from './api-description.ts';
import type { Company } from './company.ts';
import { etagOf } from './etag.ts';
import { ORGANIZATION_MAX_AGE_SECONDS, organizationAnswer } from './organization.ts';
import { personalTerms } from './personal-terms.ts';
import { POSTURE_MAX_AGE_SECONDS, postureOf } from './posture.ts';
import { sealWith } from './seal.ts';

interface Serving {
  readonly now: () => Instant;
  readonly refuse: Refuse;
}

/** Serves the people of a company: what is the same for all, and to each their own devices. */
export function serveCompany(app: Hono, company: Company, { now, refuse }: Serving): void {
  const organizationAt = (at: Instant) => organizationAnswer(company.terms(), at);
  const seal = sealWith(company.key, 'device');
  const personKey = sealWith(company.key, 'person');

  app.get('/v1/organization', organizationDescribed, (context) => {
    const document = organizationAt(now());
    return answer(context, document, document.etag, ORGANIZATION_MAX_AGE_SECONDS);
  });
  app.get('/v1/posture', postureDescribed, async (context) => {
    const person = await company.identify(context.req.raw);
    if (person === null) return refuse(context, 'unauthorised');
    const answers = await company.askSources(person.email);
    const generatedAt = now();
    const posture = postureOf(answers, {
      organization: organizationAt(generatedAt).etag,
      person: { key: personKey(person.email), name: person.name },
      seal,
    });
    const terms = personalTerms(company.terms(), { groups: person.groups, devices: posture.devices, seal });
    const content = { ...posture, ...terms };
    return answer(context, { ...content, generatedAt }, etagOf('p', content), POSTURE_MAX_AGE_SECONDS);
  });
}
