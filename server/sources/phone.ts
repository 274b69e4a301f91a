import type { FactValue } from '../../src/posture/facts.ts';
import type { Form, Platform } from '../../src/posture/platform.ts';

/** What a device that is broken out of its maker's limits is called; absent where the word has no meaning. */
export const broken: Partial<Record<Platform, FactValue<'deviceIntegrity'>>> = {
  ios: 'jailbroken',
  ipados: 'jailbroken',
  android: 'rooted',
};

const forms: Partial<Record<Platform, Form>> = { ios: 'phone', ipados: 'tablet', android: 'phone' };

/** The form of a device of which a system tells no more than the platform. */
export const formOf = (platform: Platform): Form => forms[platform] ?? 'computer';

/** Systems call what an iPad runs iOS; its model tells. */
export const isIpad = (model: string | undefined): boolean => model?.startsWith('iPad') ?? false;

/** A passcode that is there, but not as it has to be, is neither a lock as asked for nor none: nothing is said of it. */
export function passcodeLock(isPresent: boolean | undefined, isCompliant: boolean | undefined) {
  if (isPresent === false) return 'off';
  return isPresent === true && isCompliant !== false ? 'on' : undefined;
}
