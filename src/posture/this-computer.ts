import type { Subject } from './assess.ts';
import type { Device } from './device.ts';
import type { FactId } from './facts.ts';
import { identityOf } from './identity.ts';
import type { Platform } from './platform.ts';
import type { Gap, Signal } from './signal.ts';
import { BROWSER } from './source.ts';

/** The id of this computer while it is not joined to one of the company's devices. */
export const THIS_COMPUTER = 'this-computer';

/** What this browser observed of itself and of the computer it runs on. */
export interface BrowserView {
  readonly platform: Platform;
  /** What the computer is sold as, where a policy lets this extension see it. */
  readonly model?: string;
  /** The serial number of a Chromebook, where a policy lets this extension see it. It is compared here, and goes nowhere. */
  readonly serial?: string;
  readonly signals: readonly Signal[];
  readonly gaps: readonly Gap[];
}

/**
 * Says which of the devices is this computer. Only what a trusted party says joins (wire rule 6): a sealed key (`hint`), by a managed
 * setting, the person's choice or a sample, and the serial number that a managed Chromebook tells. Without either, or when they fit
 * no device or more than one, this computer is a device of its own with what the browser sees, and inherits nothing.
 */
export function subjectsOf(
  devices: readonly Device[],
  browser: BrowserView,
  hint: string | undefined,
): readonly Subject[] {
  const matching = devices.filter(
    (device) => (hint !== undefined && device.match.includes(hint)) || hasSerialOf(browser, device),
  );
  const [own, ...others] = matching;
  if (own === undefined || others.length > 0) return [alone(browser), ...devices.map(asOther)];
  return [
    { device: joined(own, browser), isThisComputer: true, isJoined: true },
    ...devices.filter((device) => device !== own).map(asOther),
  ];
}

/**
 * The gateway seals serial numbers with a key of its own, so that only the ending can be compared. Only a Chromebook that belongs to
 * the person's company tells its number, and only this person's Chromebooks are looked through.
 */
function hasSerialOf({ platform, serial }: BrowserView, device: Device): boolean {
  const ending = identityOf({ serial }).serial?.slice(-4);
  return (
    platform === 'chromeos' && device.platform === platform && ending !== undefined && device.serialEnding === ending
  );
}

const asOther = (device: Device): Subject => ({ device, isThisComputer: false, isJoined: false });

const alone = ({ platform, model, signals, gaps }: BrowserView): Subject => ({
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
