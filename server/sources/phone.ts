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
