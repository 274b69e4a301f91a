import * as v from 'valibot';
import { count, day } from './fact.ts';
import { applyTo, contact, endpointAddress, localeTag } from './managed-settings.ts';

/** Who can decide a setting, the strongest first: the organisation's device management, the person, the endpoint, this version. */
export const origins = ['managed', 'own', 'endpoint', 'default'] as const;
export type Origin = (typeof origins)[number];

interface Definition<Schema extends v.GenericSchema> {
  readonly value: Schema;
  /** Who may decide it, besides this version. */
  readonly decidedBy: readonly Exclude<Origin, 'default'>[];
  /** Only what comes after this version's own counts. */
  readonly onlyNewer?: boolean;
}

const setting = <Schema extends v.GenericSchema>(
  value: Schema,
  decidedBy: Definition<Schema>['decidedBy'],
  more: Pick<Definition<Schema>, 'onlyNewer'> = {},
): Definition<Schema> => ({ value, decidedBy, ...more });

/** Every setting, in the order shown: what its value may be, and who may decide it. */
export const settings = {
  endpoint: setting(v.nullable(endpointAddress), ['managed', 'own']),
  signIn: setting(v.picklist(['gateway', 'session', 'token', 'none']), ['managed', 'endpoint']),
  /** Whether there is one. What it is, is kept nowhere. */
  token: setting(v.boolean(), ['managed']),
  /** Null: no company's policy, but each practice's own defaults. */
  policyVersion: setting(v.nullable(v.pipe(v.string(), v.maxLength(100))), ['endpoint']),
  /** The day of the baseline that is used. */
  baselineAsOf: setting(day, ['endpoint'], { onlyNewer: true }),
  checkEveryMinutes: setting(v.pipe(count, v.minValue(1)), ['managed']),
  /** How long the organisation's answer is good; 0: it is asked for at every check. */
  organizationMaxAgeSeconds: setting(count, ['endpoint']),
  locale: setting(localeTag, ['managed', 'own']),
  /** Whom to ask; null for nobody. */
  contact: setting(v.nullable(contact), ['managed', 'endpoint']),
  /** Where the organisation wants anything done at all; null: everywhere. */
  applyTo: setting(v.nullable(applyTo), ['managed']),
  /** Whether a message may appear on the desktop, once the person has allowed that, too. */
  notifications: setting(v.boolean(), ['managed']),
  /** The optional permissions that are switched on. */
  permissions: setting(v.array(v.string()), ['own']),
  /** Whether device management hints at which computer this is. What it says is kept nowhere. */
  device: setting(v.boolean(), ['managed']),
  /** Whether this computer is one of the devices that the company lists. */
  thisComputer: setting(v.picklist(['joined', 'alone']), ['managed', 'own', 'endpoint']),
} as const;

export type SettingName = keyof typeof settings;
export const settingNames = Object.keys(settings) as readonly SettingName[];
export type SettingValue<Name extends SettingName> = v.InferOutput<(typeof settings)[Name]['value']>;
export type SettingValues = { readonly [Name in SettingName]: SettingValue<Name> };

/** The definition of a setting whose name is not known before run time. */
export const settingOf = (name: SettingName): Definition<v.GenericSchema<unknown, SettingValue<SettingName>>> =>
  settings[name] as unknown as Definition<v.GenericSchema<unknown, SettingValue<SettingName>>>;

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settings, name);
