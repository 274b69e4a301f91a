import * as v from 'valibot';
import { readInstant } from './instant.ts';

/** Who can decide a setting, the strongest first: the organisation's device management, the person, the endpoint, this version. */
export const origins = ['managed', 'own', 'endpoint', 'default'] as const;
export type Origin = (typeof origins)[number];

/** An endpoint in the form that it is kept in: no user name, no query, and without encryption only on this computer itself. */
const address = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)(?=[:/]|$))[^\s@?#]+$/),
);

/** The language of the words, by its BCP 47 tag. */
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/));

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A day that the calendar has. */
const day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((text) => readInstant(text) !== undefined, 'Not a day'),
);

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
  endpoint: setting(v.nullable(address), ['managed', 'own']),
  signIn: setting(v.picklist(['gateway', 'session', 'token', 'none']), ['endpoint']),
  /** Null: no company's policy, but each practice's own defaults. */
  policyVersion: setting(v.nullable(v.pipe(v.string(), v.maxLength(100))), ['endpoint']),
  /** The day of the baseline that is used. */
  baselineAsOf: setting(day, ['endpoint'], { onlyNewer: true }),
  checkEveryMinutes: setting(v.pipe(count, v.minValue(1)), ['managed']),
  /** How long the organisation's answer is good; 0: it is asked for at every check. */
  organizationMaxAgeSeconds: setting(count, ['endpoint']),
  language: setting(language, ['managed', 'own']),
  /** The optional permissions that are switched on. */
  permissions: setting(v.array(v.string()), ['own']),
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

/** How often this browser is checked, unless a setting says otherwise. */
export const CHECK_EVERY_MINUTES = 12 * 60;
