import * as v from 'valibot';
import {
  isSettingName,
  type Origin,
  origins,
  type SettingName,
  type SettingValue,
  type SettingValues,
  settingNames,
  settingOf,
} from './settings.ts';

/** What one origin says, by the names of the settings; nothing of it has been read yet. `undefined` is not said. */
export type Layer = Readonly<Record<string, unknown>>;

/** What every origin says. This version has an answer to everything; the others need none. */
export type Layers = { readonly [From in Exclude<Origin, 'default'>]?: Layer | undefined } & {
  readonly default: SettingValues;
};

export interface SettingInEffect<Name extends SettingName = SettingName> {
  readonly value: SettingValue<Name>;
  readonly origin: Origin;
}

/**
 * Why a value does not count: no setting has this name, its value is none that the setting can have, another has to decide it, or
 * this version brings something newer itself.
 */
export type RefusalReason = 'unknown' | 'unreadable' | 'not-theirs' | 'not-newer';

/** A value that does not count. The name is as it was written. */
export interface Refusal {
  readonly name: string;
  readonly origin: Origin;
  readonly reason: RefusalReason;
}

export interface SettingsInEffect {
  readonly settings: { readonly [Name in SettingName]: SettingInEffect<Name> };
  readonly refused: readonly Refusal[];
}

/**
 * What holds, and who decided it: managed before own before endpoint before this version's default. A value that cannot count costs
 * only itself: the next origin decides, and the refusal is named. Never throws.
 */
export function settingsInEffect(layers: Layers): SettingsInEffect {
  const said = origins.flatMap((origin) =>
    Object.entries(layers[origin] ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ({ name, origin, value, refused: refusal(name, value, origin, layers.default) })),
  );
  const inEffect = settingNames.map((name) => {
    const decisive = said.find((one) => one.name === name && one.refused === undefined);
    return [name, { value: decisive?.value ?? layers.default[name], origin: decisive?.origin ?? 'default' }];
  });
  return {
    // Each value has been read by the schema of its name, which the compiler cannot follow.
    settings: Object.fromEntries(inEffect) as SettingsInEffect['settings'],
    refused: said.flatMap(({ name, origin, refused: reason }) =>
      reason === undefined ? [] : [{ name, origin, reason }],
    ),
  };
}

function refusal(name: string, value: unknown, origin: Origin, byDefault: SettingValues): RefusalReason | undefined {
  if (origin === 'default') return undefined;
  if (!isSettingName(name)) return 'unknown';
  const { value: schema, decidedBy, onlyNewer } = settingOf(name);
  if (!decidedBy.includes(origin)) return 'not-theirs';
  if (!v.is(schema, value)) return 'unreadable';
  return onlyNewer && String(value) <= String(byDefault[name]) ? 'not-newer' : undefined;
}
