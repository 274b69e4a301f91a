import { lists } from '../locales/formats.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { ago, say } from '../locales/say.ts';
import type { AssessedDevice } from '../posture/finding.ts';
import type { View } from './view.ts';

/** What a device is called by its model, as its owner knows it; by its name where the model is not known. */
const modelOrName = ({ model, name, platform }: AssessedDevice, locale: Locale): string =>
  model || name || say(catalogues[locale].platforms[platform], {}, locale);

/** The short name on a device's tab: its model, unless two have the same. */
export function tabLabel(device: AssessedDevice, devices: readonly AssessedDevice[], locale: Locale): string {
  const { popup } = catalogues[locale];
  if (device.isThisComputer) return say(popup['this-computer'], {}, locale);
  const label = modelOrName(device, locale);
  const twins = devices.filter((other) => !other.isThisComputer && modelOrName(other, locale) === label);
  if (twins.length === 1) return label;
  if (new Set(twins.map(({ name }) => name)).size === twins.length) return device.name;
  const ending = device.serialEnding;
  return ending === undefined ? label : say(popup['device-ending'], { device: label, ending }, locale);
}

/** Its model, or name, and the end of its serial number: "MacBook Pro 14, ending 7Q2X". */
export function deviceWithEnding(device: AssessedDevice, locale: Locale): string {
  const called = modelOrName(device, locale);
  const { serialEnding: ending } = device;
  return ending === undefined
    ? called
    : say(catalogues[locale].popup['device-ending'], { device: called, ending }, locale);
}

/** Which device it is, beyond what its tab says: "MacBook Pro 14, ending 7Q2X". Undefined when there is no more to say. */
export function deviceLine(device: AssessedDevice, label: string, locale: Locale): string | undefined {
  const { name, model, serialEnding: ending, isThisComputer } = device;
  const own = isThisComputer ? (model ?? name) : label === name ? (model ?? name) : name;
  if (own === '') return undefined;
  if (ending !== undefined) return say(catalogues[locale].popup['device-ending'], { device: own, ending }, locale);
  return own === label ? undefined : own;
}

/** That a device is shown as it was when it was last seen. */
export function lastKnownText({ lastContactAt }: AssessedDevice, { now, locale }: View): string {
  const { popup } = catalogues[locale];
  return lastContactAt === null
    ? say(popup['last-known-undated'], {}, locale)
    : say(popup['last-known'], { ago: ago(lastContactAt, now, locale) }, locale);
}

/** What to call a device in a sentence that sends the person there. */
export const deviceInSentence = modelOrName;

/** What a device is called in a list: as its owner named it. */
export const listName = (device: AssessedDevice, locale: Locale): string =>
  device.isThisComputer
    ? say(catalogues[locale].popup['this-computer'], {}, locale)
    : device.name || modelOrName(device, locale);

/** What tells it from others in a list: "Pixel 9, Android". */
export function modelAndSystem({ model, name, platform, isThisComputer }: AssessedDevice, locale: Locale): string {
  const own = model ?? (isThisComputer ? name : '');
  const system = platform === 'unknown' ? '' : say(catalogues[locale].platforms[platform], {}, locale);
  return lists(locale, { type: 'unit' }).format([own, system].filter((part) => part !== ''));
}
