import { createGateway } from '../../../server/gateway.ts';
import { samplePeople } from '../../../server/sample/index.ts';
import { type AssessmentInput, assess } from '../../../src/posture/assess.ts';
import { bundledBaseline } from '../../../src/posture/bundled-baseline.ts';
import type { Instant } from '../../../src/posture/instant.ts';
import { readOrganization, readPosture } from '../../../src/posture/read-wire.ts';
import { subjectsOf } from '../../../src/posture/this-computer.ts';
import { practices } from '../../../src/practices/index.ts';

export const NOW = '2026-11-24T09:07:00.000Z';
export const ids = samplePeople.map(({ id }) => id);

const gatewayAt = (now: Instant) =>
  createGateway({
    now: () => now,
    baseline: bundledBaseline,
    serves: samplePeople,
    requestId: () => 'r_1',
  });

export const textOf = async (path: string, askedAt: Instant = NOW): Promise<string> =>
  (await gatewayAt(askedAt).fetch(new Request(`http://gateway.example/sample/${path}`))).text();

export const jsonOf = async (path: string, askedAt?: Instant): Promise<unknown> =>
  JSON.parse(await textOf(path, askedAt));

export const postureFor = async (id: string, askedAt?: Instant) => {
  const read = readPosture(await jsonOf(`${id}/v1/posture`, askedAt));
  if ('problem' in read) throw new Error(read.problem);
  return read.document;
};

/** What the extension shows, apart from what the browser says of itself. */
export const assessmentFor = async (id: string, now: Instant = NOW, askedAt: Instant = NOW) => {
  const { devices, sources, thisComputer, omitted } = await postureFor(id, askedAt);
  const organization = readOrganization(await jsonOf(`${id}/v1/organization`, askedAt));
  if ('problem' in organization) throw new Error(organization.problem);
  return assess({
    subjects: subjectsOf(devices, { platform: 'macos', signals: [], gaps: [] }, { sample: thisComputer }),
    practices: practices.filter(({ scope }) => scope === 'device'),
    policy: organization.document.policy,
    baseline: organization.document.baseline ?? bundledBaseline,
    sources,
    organization: organization.document.organization,
    connection: { endpoint: 'https://acme.example', problem: null, answeredAt: now },
    omitted,
    now,
  } satisfies AssessmentInput);
};
