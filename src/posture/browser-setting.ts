import * as v from 'valibot';

/**
 * Who decides about a setting of the browser: the person, unless a policy of the organization or another extension has taken it
 * over. The browsers tell it as `levelOfControl`
 * (https://developer.chrome.com/docs/extensions/reference/api/types#type-LevelOfControl).
 */
const controllers = ['person', 'organization', 'other-extension'] as const;

export type Controller = (typeof controllers)[number];

const controller = v.picklist(controllers);

/** The value of a fact about a setting of the browser: its state, and who decides about it. */
export const settingSchema = <const States extends readonly [string, ...string[]]>(states: States) =>
  v.object({ state: v.picklist(states), controlledBy: controller });

/** The same where a browser may not tell who decides. */
export const looseSettingSchema = <const States extends readonly [string, ...string[]]>(states: States) =>
  v.object({ state: v.picklist(states), controlledBy: v.optional(controller) });

interface Setting<State extends string> {
  readonly state: State;
  /** Absent where the browser does not tell. */
  readonly controlledBy?: Controller | undefined;
}

const controlled = v.object({ controlledBy: controller });

/** Who decides about the setting that a value tells; undefined for a value that does not say, or tells no setting. */
export function controllerOf(value: unknown): Controller | undefined {
  const read = v.safeParse(controlled, value);
  return read.success ? read.output.controlledBy : undefined;
}

/** The id under which a setting is told: its state, and who else than the person decides (`off-by-organization`). */
export const observedSetting = <State extends string>({ state, controlledBy }: Setting<State>): string =>
  controlledBy === undefined || controlledBy === 'person' ? state : `${state}-by-${controlledBy}`;
