import type { Reason } from '../../posture/reason.ts';
import type { Message } from '../catalogue.ts';

/** Why something is unknown (`what` stands after "Firewall: "), and what the person can do about it. */
export default {
  'clock-wrong': {
    what: 'The report is dated in the future',
    next: 'See that the device sets its date and time automatically. Then check again.',
  },
  'permission-not-granted': {
    what: 'The permission for this check is switched off',
    next: 'You can switch it on in the settings of this extension.',
  },
  'blocked-by-policy': {
    what: 'Your organization has blocked this check',
    next: 'Nothing for you to do. Your IT team decides this.',
  },
  'signed-out': {
    what: 'You are signed out',
    next: 'Sign in to see what your company’s tools report.',
  },
  'no-endpoint': {
    what: 'A browser cannot see this by itself',
    next: 'Have a look yourself: the steps show where. Or connect your company in the settings.',
  },
  'endpoint-unreachable': {
    what: 'Your company’s gateway did not answer',
    next: 'Nothing for you to do. It is asked again by itself. On a train or abroad, a VPN may help.',
  },
  'policy-missing': {
    what: 'Your company’s rules have not arrived yet',
    next: 'Nothing for you to do. They are asked for again by itself.',
  },
  'source-failed': {
    what: '{sources} did not answer',
    next: 'Nothing for you to do. If it lasts for days, tell IT.',
  },
  stale: {
    what: 'The last report is too old to rely on',
    next: 'Switch the device on and connect it to the internet for a while. Then check again.',
  },
  'sources-disagree': {
    what: '{sources} say different things',
    next: 'Look on the device which one is right. If they still differ tomorrow, tell IT.',
  },
  'value-not-understood': {
    what: 'We cannot read what was reported',
    next: 'Nothing for you to do. Tell IT, so that it can be put right.',
  },
  'baseline-outdated': {
    what: 'We do not know the newest version yet',
    next: 'The next update of this extension will tell us. Look for updates yourself until then: the steps show where.',
  },
  'baseline-missing': {
    what: 'We do not know this version',
    next: 'Nothing for you to do. A newer list of versions will know it.',
  },
  'not-reported': {
    what: 'Nobody has reported this for this device',
    next: 'It can take a day until a new device is complete. After that, ask IT.',
  },
  'not-joined': {
    what: 'This browser does not know which device it is on',
    next: 'Have a look yourself: the steps show where.',
  },
  'not-checked-yet': {
    what: 'Not checked yet',
    next: 'Check again in a moment.',
  },
  'not-covered': {
    what: 'Your company’s tools do not report this',
    next: 'Have a look yourself: the steps show where.',
  },
  'browser-cannot-know': {
    what: '{browser} does not tell extensions this',
    next: 'Have a look yourself: the steps show where.',
  },
} as const satisfies Record<Reason, { readonly what: Message; readonly next: Message }>;
