import type { FactValue } from '../posture/facts.ts';
import { definePractice, type Part } from '../posture/practice.ts';
import { type Importance, type Verdict, worstOf } from '../posture/rating.ts';

type Protection = keyof FactValue<'systemProtection'>;
type State = NonNullable<FactValue<'systemProtection'>[Protection]>;

/** Each protection by its name in the ids of what was observed; what matters most comes first. */
const protections: readonly (readonly [Protection, string])[] = [
  ['sip', 'sip'],
  ['secureBoot', 'secure-boot'],
  ['gatekeeper', 'gatekeeper'],
];

/** Each protection that was told of is a part, and there is at least one; the worst of them stands for the whole. */
export default definePractice({
  id: 'system-protection',
  scope: 'device',
  importance: 'warn',
  needs: ['systemProtection'],
  remedies: {
    macos: { minutes: 15, restart: true, link: 'macos-security' },
    windows: { minutes: 20, restart: true, link: 'windows-device-security' },
    linux: { minutes: 20, restart: true },
  },
  rate: ({ systemProtection: told }, { importance }) => {
    const parts = protections.flatMap(([protection, name]): readonly Part[] => {
      const state = told[protection];
      if (state === undefined) return [];
      return [{ observed: `${name}-${state}`, rating: ratingOf(protection, state, importance), params: {} }];
    });
    return { ...worstOf(parts), parts };
  },
});

/** Gatekeeper asks before a program is opened; the others keep one that was opened out of the system. */
const ratingOf = (protection: Protection, state: State, importance: Importance): Verdict =>
  state === 'on' ? 'ok' : state === 'off' && protection !== 'gatekeeper' ? importance : 'nudge';
