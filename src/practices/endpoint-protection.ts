import type { FactValue } from '../posture/facts.ts';
import { definePractice, type Part } from '../posture/practice.ts';
import type { Importance, Verdict } from '../posture/rating.ts';

type Program = FactValue<'endpointProtection'>[number];

/** One program that runs is enough: a second one steps back for it. */
export default definePractice({
  id: 'endpoint-protection',
  scope: 'device',
  importance: 'warn',
  needs: ['endpointProtection'],
  remedies: {
    macos: { minutes: 10, restart: true, link: 'macos-login-items' },
    windows: { minutes: 5, restart: false, link: 'windows-threat-protection' },
    linux: { minutes: 10, restart: true },
  },
  rate: ({ endpointProtection: programs }, { importance }) => {
    const best = ['running', 'outdated', 'stopped'].flatMap((state) => programs.filter((own) => own.state === state));
    const [first] = best;
    if (first === undefined) return { observed: 'none', rating: importance };
    return { ...partOf(first, importance), parts: best.map((program) => partOf(program, importance)) };
  },
});

const partOf = ({ name, state }: Program, importance: Importance): Part => ({
  observed: state,
  rating: ratingOf(state, importance),
  params: { name },
});

/** A program that runs with old knowledge still stops most of what is known. */
const ratingOf = (state: Program['state'], importance: Importance): Verdict =>
  state === 'running' ? 'ok' : state === 'outdated' ? 'nudge' : importance;
