import { storedComputer } from '../browser/stored.ts';
import { type Answers, storedAnswers } from '../browser/stored-answers.ts';
import {
  type DeviceHints,
  type Hint,
  hintsOf,
  type SealedHint,
  saltedText,
  sealedHint,
} from '../posture/device-hints.ts';
import { type BrowserView, type Choice, isComputer, type Told } from '../posture/this-computer.ts';
import { inTurn } from './in-turn.ts';

/**
 * What management and the person said of this computer, to be compared with the devices of these answers. Keys are hashed here and
 * forgotten: they are neither stored nor sent.
 */
export async function toldOf(
  { serial }: BrowserView,
  managed: DeviceHints,
  answers: Answers | undefined,
): Promise<Pick<Told, 'hints' | 'choice'>> {
  const choice = await choiceFor(answers);
  const person = answers?.posture?.document.person.key;
  if (person === undefined) return {};
  const hints = [...hintsOf(managed), ...hintsOf({ serial })];
  return { hints: await Promise.all(hints.map((hint) => sealed(hint, person))), ...(choice && { choice }) };
}

async function sealed(hint: Hint, person: string): Promise<SealedHint> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(saltedText(person, hint)));
  return sealedHint(hint, Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/** What the person said, if they said it to this endpoint and are still the same; what was said otherwise is forgotten. */
async function choiceFor(answers: Answers | undefined): Promise<Choice | undefined> {
  const said = await storedComputer.get();
  if (said === undefined) return undefined;
  const person = answers?.posture?.document.person.key ?? said.person;
  if (said.endpoint === answers?.endpoint && said.person === person) return said;
  await storedComputer.clear();
  return undefined;
}

/** Remembers which device the person says this computer is, null for none of them. A device that is not listed changes nothing. */
export const chooseComputer = (device: string | null): Promise<void> =>
  inTurn(async () => {
    const answers = await storedAnswers.get();
    const posture = answers?.posture?.document;
    if (answers === undefined || posture === undefined) return;
    const among = posture.devices.filter(isComputer).map(({ id }) => id);
    if (device !== null && !among.includes(device)) return;
    await storedComputer.set({ endpoint: answers.endpoint, person: posture.person.key, device, among });
  });

/** Forgets it, so that the person is asked again. */
export const forgetComputer = (): Promise<void> => inTurn(() => storedComputer.clear());
