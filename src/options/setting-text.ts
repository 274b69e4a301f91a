import { optionalPermissions } from '../browser/permissions.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { list, say } from '../locales/say.ts';
import { isSettingName, type Origin, type SettingName, type SettingValue } from '../posture/settings.ts';
import type { Refusal } from '../posture/settings-in-effect.ts';
import { hostOf } from '../ui/outgoing-link.ts';

type Texts = { readonly [Name in SettingName]: (value: SettingValue<Name>, locale: Locale) => string };

const texts: Texts = {
  endpoint: (endpoint, locale) => endpoint ?? say(catalogues[locale].options.none, {}, locale),
  signIn: (mode, locale) => say(catalogues[locale].options[`sign-in-${mode}`], {}, locale),
  token: given,
  policyVersion: (version, locale) => {
    const { options } = catalogues[locale];
    return version === null
      ? say(options['policy-own'], {}, locale)
      : say(options['policy-version'], { version }, locale);
  },
  baselineAsOf: (knownOn, locale) => say(catalogues[locale].options['known-on'], { knownOn }, locale),
  checkEveryMinutes: (minutes, locale) => duration(minutes * 60, locale),
  organizationMaxAgeSeconds: (seconds, locale) =>
    seconds === 0 ? say(catalogues[locale].options['at-every-check'], {}, locale) : duration(seconds, locale),
  locale: (language, locale) => new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language,
  contact: (contact, locale) => {
    const { options } = catalogues[locale];
    return contact === null ? say(options.none, {}, locale) : say(options['contact-named'], { ...contact }, locale);
  },
  applyTo: placeText,
  notifications: (isAllowed, locale) =>
    say(catalogues[locale].options[isAllowed ? 'notifications-allowed' : 'notifications-off'], {}, locale),
  device: given,
  permissions: (permissions, locale) => {
    const { options } = catalogues[locale];
    const known = optionalPermissions.filter((permission) => permissions.includes(permission));
    if (known.length === 0) return say(options.none, {}, locale);
    return list(
      known.map((permission) => say(options[`permission-name-${permission}`], {}, locale)),
      locale,
    );
  },
  thisComputer: (join, locale) => say(catalogues[locale].options[`computer-${join}`], {}, locale),
};

/** That there is something, without what it is. */
function given(isThere: boolean, locale: Locale): string {
  const { options } = catalogues[locale];
  return say(isThere ? options.given : options.none, {}, locale);
}

function placeText(applyTo: SettingValue<'applyTo'>, locale: Locale): string {
  const { options, platforms } = catalogues[locale];
  const systems = applyTo?.platforms?.map((platform) => say(platforms[platform], {}, locale));
  const where = systems === undefined ? say(options['apply-everywhere'], {}, locale) : list(systems, locale);
  return applyTo?.onlyHintedMachines === true ? say(options['apply-hinted'], { where }, locale) : where;
}

/** A setting's value in words. */
export const settingText = <Name extends SettingName>(name: Name, value: SettingValue<Name>, locale: Locale): string =>
  texts[name](value, locale);

const SECOND = ['second', 1] as const;
const units = [['day', 24 * 60 * 60], ['hour', 60 * 60], ['minute', 60], SECOND] as const;

/** "12 hours", in the largest unit that needs no fraction. */
function duration(seconds: number, locale: Locale): string {
  const [unit, length] = units.find(([, length]) => seconds % length === 0) ?? SECOND;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / length);
}

/** Who decided, in words. */
export const originText = (origin: Origin, endpoint: string | null, locale: Locale): string =>
  say(catalogues[locale].options[`origin-${origin}`], { host: hostOf(endpoint ?? '') }, locale);

/** Which value does not count, whose it is, and why. */
export function refusalText({ name, origin, reason }: Refusal, endpoint: string | null, locale: Locale): string {
  const { options } = catalogues[locale];
  const setting = isSettingName(name) ? say(options[`setting-${name}`], {}, locale) : name;
  return say(options[`refused-${reason}`], { origin: originText(origin, endpoint, locale), setting }, locale);
}
