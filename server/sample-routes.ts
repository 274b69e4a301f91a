import type { Context, Hono } from 'hono';
import type { Baseline } from '../src/posture/baseline.ts';
import type { Instant } from '../src/posture/instant.ts';
import { defaultPolicy } from '../src/posture/policy.ts';
import { answer, refuse } from './answer.ts';
import { organizationDescribed, postureDescribed } from './api-description.ts';
import { etagOf } from './etag.ts';
import { ORGANIZATION_MAX_AGE_SECONDS, organizationAnswer } from './organization.ts';
import { POSTURE_MAX_AGE_SECONDS } from './posture.ts';
import { acme } from './sample/acme.ts';
import { type SamplePerson, samplePosture } from './sample/person.ts';

interface Sample {
  readonly now: () => Instant;
  readonly baseline: Baseline;
  /** The first one stands in for whoever names none. */
  readonly people: readonly SamplePerson[];
}

/** Serves people who do not exist, each under an address of their own. */
export function serveSamples(app: Hono, { now, baseline, people }: Sample): void {
  const personAsked = (context: Context) => {
    const id = context.req.param('persona');
    return id === undefined ? people[0] : people.find((person) => person.id === id);
  };
  const organizationFor = ({ policyAt }: SamplePerson, at: Instant) =>
    organizationAnswer(
      { organization: acme, policy: policyAt?.(at) ?? defaultPolicy, baseline, signIn: { mode: 'none' } },
      at,
    );
  for (const base of ['', '/sample/:persona']) {
    app.get(`${base}/v1/organization`, organizationDescribed, (context) => {
      const person = personAsked(context);
      if (person === undefined) return refuse(context, 'unknown-person');
      const { generatedAt, ...content } = organizationFor(person, now());
      const { etag } = content;
      return answer(context, { content, generatedAt, etag, maxAgeSeconds: ORGANIZATION_MAX_AGE_SECONDS });
    });
    app.get(`${base}/v1/posture`, postureDescribed, (context) => {
      const person = personAsked(context);
      if (person === undefined) return refuse(context, 'unknown-person');
      const generatedAt = now();
      const content = samplePosture(person, { now: generatedAt, baseline }, organizationFor(person, generatedAt).etag);
      return answer(context, {
        content,
        generatedAt,
        etag: etagOf('p', content),
        maxAgeSeconds: POSTURE_MAX_AGE_SECONDS,
      });
    });
  }
}
