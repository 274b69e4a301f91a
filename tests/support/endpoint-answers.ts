import { NOW } from './posture.ts';

/** What `GET /v1/organization` gives. */
export const anOrganizationAnswer = (change: object = {}) => ({
  version: 1,
  etag: 'o_1',
  generatedAt: NOW,
  organization: { name: 'Acme' },
  signIn: { mode: 'none' },
  policy: { version: '1', practices: {} },
  ...change,
});

/** What `GET /v1/posture` gives. */
export const aPostureAnswer = (change: object = {}) => ({
  version: 1,
  generatedAt: NOW,
  organization: 'o_1',
  person: { key: 'sha256:jane', name: 'Jane Doe' },
  devices: [] as readonly object[],
  sources: [] as readonly object[],
  ...change,
});
