import type { inJson, ManagedName } from '../../posture/managed-settings.ts';

/** What administrators read of a key, in their tools and in `docs/managed-configuration.md`. */
interface KeyWords {
  readonly title: string;
  readonly description: string;
  /** The same for what stands inside it. */
  readonly fields?: Readonly<Record<string, KeyWords>>;
}

export default {
  endpoint: {
    title: 'Gateway',
    description:
      'Base URL of your gateway, with https. Example: https://checks.example.com. People see it, and cannot change it.',
  },
  signIn: {
    title: 'Sign-in',
    description:
      'How people sign in. gateway: through your identity provider; token: by the token below, for kiosks and small teams; none: not at all. Unless set, the gateway says which.',
  },
  token: {
    title: 'Token',
    description:
      'What the gateway knows this person or kiosk by, in sign-in mode token. Whoever uses this computer can read it in the browser’s list of policies, so let it open nothing else.',
  },
  device: {
    title: 'This computer',
    description:
      'Which of your devices this computer is; your device management fills it in for each machine. One of the four is enough.',
    fields: {
      serialEnding: {
        title: 'End of the serial number',
        description:
          'The last four characters of the serial number. Enough where no person has two devices with the same ending.',
      },
      serial: {
        title: 'Serial number',
        description: 'The whole serial number. It is compared on this computer; it is not stored and not sent.',
      },
      assetTag: { title: 'Asset tag', description: 'Your own number for this computer.' },
      hardwareUuid: {
        title: 'Hardware UUID',
        description: 'The UUID of the hardware, as your device management lists it.',
      },
    },
  },
  locale: {
    title: 'Language',
    description:
      'Language of the words, as a BCP 47 tag such as en or de. One that this version does not have is shown in English.',
  },
  contact: {
    title: 'Contact',
    description: 'Whom people can ask. It comes before the contact that the gateway names.',
    fields: {
      label: { title: 'Name', description: 'What the link says. Example: IT help.' },
      url: {
        title: 'Link',
        description:
          'Address with https or mailto. {practice} in it is filled with the id of the check that it is about.',
      },
    },
  },
  applyTo: {
    title: 'Where it applies',
    description:
      'On every other computer people read one sentence, and nothing is done: no check, no badge, no request.',
    fields: {
      platforms: {
        title: 'Operating systems',
        description: 'Only on these: macos, windows, linux, chromeos, android. Unless set, on all.',
      },
      onlyHintedMachines: {
        title: 'Only on hinted computers',
        description:
          'Only where “This computer” is set, so that a policy for people does nothing on their private computers.',
      },
    },
  },
  notifications: {
    title: 'Notifications',
    description:
      'Whether a message may appear on the desktop before a deadline, once the person has allowed that. false: never.',
  },
  checkEveryMinutes: {
    title: 'Time between checks',
    description: 'Minutes between two checks in the background, from 15 to 10080. Unless set, 720.',
  },
  deviceJson: { title: 'This computer, as JSON', description: 'The same as device, as the text of its JSON.' },
  contactJson: { title: 'Contact, as JSON', description: 'The same as contact, as the text of its JSON.' },
  applyToJson: { title: 'Where it applies, as JSON', description: 'The same as applyTo, as the text of its JSON.' },
} as const satisfies Record<ManagedName | keyof typeof inJson, KeyWords>;
