import { googleMobileAnswered } from './google-answer.ts';
import { intuneAnswered } from './intune-answer.ts';
import { jamfAnswered } from './jamf-answer.ts';
import type { SamplePerson } from './person.ts';

/** Every system answers, and none of them knows a device. */
export const empty: SamplePerson = {
  id: 'empty',
  name: 'Jean Dupont',
  email: 'jean.dupont@acme.example',
  computer: null,
  answersAt: ({ now }) => [jamfAnswered([], now), intuneAnswered([], now), googleMobileAnswered([], now)],
};
