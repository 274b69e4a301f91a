import type { Organization } from '../../src/posture/finding.ts';
import type { AttributeCheck } from '../sources/attribute-check.ts';
import type { Statement } from '../sources/company-check.ts';

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b57d0"/>' +
  '<path d="M8 24 16 7l8 17M11.5 18h9" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/** The company that the sample people work for. */
export const acme: Organization = {
  name: 'Acme',
  logo: `data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}`,
  contact: { label: 'Acme IT', url: 'mailto:it@acme.example' },
  privacyUrl: 'https://acme.example/privacy',
  sample: true,
};

/** The program that Acme installs on its computers. */
const protection = (state: 'running' | 'stopped'): Statement => ({
  fact: 'endpointProtection',
  value: [{ name: 'Acme Guard', state }],
});

/** What Acme made of its extension attributes in Jamf Pro. */
export const acmeChecks: readonly AttributeCheck[] = [
  {
    name: 'Automatic updates',
    passing: ['On'],
    failing: ['Off'],
    pass: { fact: 'automaticUpdates', value: 'on' },
    fail: { fact: 'automaticUpdates', value: 'off' },
  },
  {
    name: 'Remote login',
    passing: ['Off'],
    failing: ['On'],
    pass: { fact: 'remoteLogin', value: 'off' },
    fail: { fact: 'remoteLogin', value: 'on' },
  },
  {
    name: 'Screen lock',
    passing: ['On'],
    failing: ['Off'],
    pass: { fact: 'screenLock', value: 'on' },
    fail: { fact: 'screenLock', value: 'off' },
  },
  {
    name: 'Acme Guard',
    passing: ['Running'],
    failing: ['Stopped'],
    pass: protection('running'),
    fail: protection('stopped'),
  },
];
