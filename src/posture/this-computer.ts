import type { Subject } from './assess.ts';
import type { Device } from './device.ts';
import { denies, fits, type SealedHint } from './device-hints.ts';
import type { FactId } from './facts.ts';
import { epochMs, latest } from './instant.ts';
import type { Platform } from './platform.ts';
import type { Origin } from './settings.ts';
import type { Gap, Signal } from './signal.ts';
import { BROWSER } from './source.ts';

/** The id of this computer while it is not joined to one of the company's devices. */
export const THIS_COMPUTER = 'this-computer';

/** What this browser observed of itself and of the computer it runs on. */
export interface BrowserView {
  readonly platform: Platform;
  /** What the computer is sold as, where a policy lets this extension see it. */
  readonly model?: string;
  /** The serial number of a Chromebook, where a policy lets this extension see it. It becomes a hint, and goes nowhere. */
  readonly serial?: string;
  readonly signals: readonly Signal[];
  readonly gaps: readonly Gap[];
}

/** Who may say which device this computer is. */
export type Teller = Exclude<Origin, 'default'>;

/** What the person said of this computer. */
export interface Choice {
  /** The id of the device that it is; null for none of those there were. */
  readonly device: string | null;
  /** The ids of the computers that there were to choose from. */
  readonly among: readonly string[];
}

/** What was said of this computer by those who know it (wire rule 6). */
export interface Told {
  /** By a sample: the sealed key of the computer that its reader is to see as this one. */
  readonly sample?: string | undefined;
  /** By the organisation's device management, or by the Chromebook that it manages. */
  readonly hints?: readonly SealedHint[];
  readonly choice?: Choice | undefined;
}

/** Which devices this computer may be, the likeliest first, and whether the person has answered that it is none of them. */
export interface ComputerQuestion {
  readonly devices: readonly string[];
  readonly isAnswered: boolean;
}

/**
 * Says which of the devices is this computer. Only what a trusted party says joins: a hint that fits exactly one device and that no
 * other hint contradicts, or else the person's own choice, unless the hints know better. Without either this computer is a device of
 * its own with what the browser sees, and inherits nothing.
 */
export function subjectsOf(devices: readonly Device[], browser: BrowserView, told: Told = {}): readonly Subject[] {
  const words = wordsOf(told, browser);
  const named = namedBy(words, devices);
  // A phone's browser runs on none of the computers.
  const possible = isComputer({ ...browser, form: 'computer' })
    ? devices.filter((device) => isPossible(device, words))
    : [];
  const own = named ?? possible.find(({ id }) => id === told.choice?.device);
  if (own === undefined)
    return [alone(browser, questionOf(possible, browser, words, told.choice)), ...devices.map(asOther)];
  const joinedBy = named === undefined ? 'own' : originOf(named, told);
  return [
    { device: joined(own, browser), isThisComputer: true, isJoined: true, joinedBy },
    ...devices.filter((device) => device !== own).map(asOther),
  ];
}

/** A phone or tablet is none, whatever it is called. */
export const isComputer = ({ platform, form }: Pick<Device, 'platform' | 'form'>): boolean =>
  form !== 'phone' && platform !== 'ios' && platform !== 'ipados' && platform !== 'android';

/** One trusted party's word on which device this computer is. */
interface Word {
  readonly fits: (device: Device) => boolean;
  /** Says of a device that it is another. */
  readonly denies: (device: Device) => boolean;
  /** Whether the word alone may join this browser to the device. */
  readonly mayJoin: (device: Device) => boolean;
}

function wordsOf({ sample, hints = [] }: Told, { platform }: BrowserView): readonly Word[] {
  // Two systems on one machine share its keys, but not its encryption; a sample is looked at from anywhere.
  const runsHere = (device: Device) =>
    device.platform === platform || device.platform === 'unknown' || platform === 'unknown';
  const ofSample = ({ match }: Device) => sample !== undefined && match.includes(sample);
  return [
    ...(sample === undefined
      ? []
      : [{ fits: ofSample, denies: (device: Device) => !ofSample(device), mayJoin: () => true }]),
    ...hints.map(
      (hint): Word => ({
        fits: (device) => isComputer(device) && fits(hint, device),
        denies: (device) => denies(hint, device),
        mayJoin: runsHere,
      }),
    ),
  ];
}

/** Whether the person may say that it is this device: not when it is known to be another. Where words disagree they may settle it. */
const isPossible = (device: Device, words: readonly Word[]): boolean =>
  isComputer(device) && (words.some((word) => word.fits(device)) || !words.some((word) => word.denies(device)));

/** The device that one word fits alone, and that every other word fits too or says nothing of. */
function namedBy(words: readonly Word[], devices: readonly Device[]): Device | undefined {
  const fitting = words.map((word) => devices.filter(word.fits));
  const isNamed = (device: Device) =>
    words.some((word, i) => {
      const [only, ...others] = fitting[i]?.filter(word.mayJoin) ?? [];
      return only === device && others.length === 0;
    });
  const isAgreed = (device: Device) =>
    words.every((word, i) => {
      const found = fitting[i] ?? [];
      return found.length === 0 ? !word.denies(device) : found.includes(device);
    });
  return devices.find((device) => isNamed(device) && isAgreed(device));
}

const originOf = ({ match }: Device, { sample }: Told): Teller =>
  sample !== undefined && match.includes(sample) ? 'endpoint' : 'managed';

/** What to ask the person, where there is anything to choose from. They are not asked again before another computer is listed. */
function questionOf(
  possible: readonly Device[],
  browser: BrowserView,
  words: readonly Word[],
  choice: Choice | undefined,
): ComputerQuestion | undefined {
  if (possible.length === 0) return undefined;
  const isAnswered = choice?.device === null && possible.every(({ id }) => choice.among.includes(id));
  const likeness = new Map(possible.map((device) => [device.id, likenessOf(device, browser, words)]));
  const byLikeness = (a: string, b: string): number => {
    const [ofA = [], ofB = []] = [likeness.get(a), likeness.get(b)];
    return ofB.map((much, i) => much - (ofA[i] ?? 0)).find((difference) => difference !== 0) ?? (a < b ? -1 : 1);
  };
  return { devices: possible.map(({ id }) => id).toSorted(byLikeness), isAnswered };
}

/** What speaks for a device, the strongest first. It only orders what is proposed: a browser tells too little to go by. */
function likenessOf(device: Device, browser: BrowserView, words: readonly Word[]): readonly number[] {
  const version = (signals: readonly Signal[]) => signals.find(({ fact }) => fact === 'osVersion')?.value;
  const here = version(browser.signals);
  const seenAt = latest(...device.seenBy.map(({ lastContactAt }) => lastContactAt ?? undefined));
  return [
    Number(words.some((word) => word.fits(device))),
    Number(device.platform === browser.platform),
    Number(browser.model !== undefined && device.model === browser.model),
    Number(here !== undefined && device.signals.some(({ fact, value }) => fact === 'osVersion' && value === here)),
    epochMs(seenAt ?? '1970-01-01'),
  ];
}

const asOther = (device: Device): Subject => ({ device, isThisComputer: false, isJoined: false });

const alone = ({ platform, model, signals, gaps }: BrowserView, question: ComputerQuestion | undefined): Subject => ({
  device: {
    id: THIS_COMPUTER,
    name: '',
    platform,
    form: 'computer',
    ...(model !== undefined && { model }),
    ownership: 'unknown',
    match: [],
    seenBy: [],
    mayBeSameAs: [],
    signals,
    gaps,
  },
  isThisComputer: true,
  isJoined: false,
  ...(question !== undefined && { question }),
});

/** What a browser says of the system it runs on, not of itself. */
const ABOUT_SYSTEM: readonly FactId[] = ['osVersion', 'osBuild', 'screenLockAfterSeconds', 'passkey'];

const isAboutSystem = ({ fact }: Signal | Gap): boolean => ABOUT_SYSTEM.includes(fact);

/** A browser on another system than the device's, in a virtual machine or looking at a sample, cannot know the device's own. */
const joined = (device: Device, { platform, signals, gaps }: BrowserView): Device => {
  if (device.platform === platform) return { ...device, signals: [...device.signals, ...signals], gaps };
  const unknowable = ABOUT_SYSTEM.map((fact): Gap => ({ fact, source: BROWSER, reason: 'browser-cannot-know' }));
  return {
    ...device,
    signals: [...device.signals, ...signals.filter((signal) => !isAboutSystem(signal))],
    gaps: [...gaps.filter((gap) => !isAboutSystem(gap)), ...unknowable],
  };
};
