import type { ConnectionProblem } from '../../posture/connection.ts';
import type { Message } from '../catalogue.ts';

/** What is wrong between this extension and the company's endpoint; `host` is the endpoint's host name. */
export default {
  'not-a-url': 'This is not a web address. It looks like https://checks.example.com',
  'not-https': 'Use an address that starts with https. http is allowed only for this computer itself.',
  offline: 'This computer is offline.',
  timeout: '{host} did not answer in time.',
  'not-for-extensions': '{host} is reachable, but does not answer browser extensions. Is this the gateway’s address?',
  unreachable: '{host} cannot be reached. Is the address right, and do you need the VPN?',
  redirect: '{host} sends us on to another address. Ask IT for the final one.',
  unauthorised: '{host} does not know you. Sign in again.',
  forbidden: '{host} knows you, but does not let you in. Ask IT.',
  'not-found': '{host} has no gateway at this address. Is the path complete?',
  throttled: '{host} is busy. It is asked again later.',
  'server-error': '{host} has a fault of its own. It is asked again later.',
  'too-large': '{host} sent more than we read. Tell IT.',
  'not-json': '{host} answered with something else, perhaps a sign-in page. Is this the gateway’s address?',
  'wrong-version': '{host} speaks another version. Update this extension, or tell IT.',
  unreadable: 'What {host} sent cannot be read. Tell IT.',
} as const satisfies Record<ConnectionProblem, Message>;
