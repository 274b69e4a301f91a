import type { Subject } from './assess.ts';
import type { Device } from './device.ts';
import type { FactId } from './facts.ts';
import type { Platform } from './platform.ts';
import type { Gap, Signal } from './signal.ts';
import { BROWSER } from './source.ts';

/** The id of this computer while it is not joined to one of the company's devices. */
export const THIS_COMPUTER = 'this-computer';

/** What this browser observed of itself and of the computer it runs on. */
export interface BrowserView {
  readonly platform: Platform;
  readonly signals: readonly Signal[];
  readonly gaps: readonly Gap[];
}

/**
 * Says which of the devices is this computer. Only a sealed key that a trusted party gave (`hint`) joins: a managed setting, the
 * browser's own device attributes, the person's choice, or a sample's (wire rule 6). Without one, or when it fits no device or
 * more than one, this computer is a device of its own with what the browser sees, and inherits nothing.
 */
export function subjectsOf(
  devices: readonly Device[],
  browser: BrowserView,
  hint: string | undefined,
): readonly Subject[] {
  const matching = hint === undefined ? [] : devices.filter(({ match }) => match.includes(hint));
  const [own, ...others] = matching;
  if (own === undefined || others.length > 0) return [alone(browser), ...devices.map(asOther)];
  return [
    { device: joined(own, browser), isThisComputer: true, isJoined: true },
    ...devices.filter((device) => device !== own).map(asOther),
  ];
}

const asOther = (device: Device): Subject => ({ device, isThisComputer: false, isJoined: false });

const alone = ({ platform, signals, gaps }: BrowserView): Subject => ({
  device: {
    id: THIS_COMPUTER,
    name: '',
    platform,
    form: 'computer',
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
