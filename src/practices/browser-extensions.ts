import { TEXT_LIMIT } from '../posture/fact.ts';
import type { FactValue } from '../posture/facts.ts';
import { type Context, definePractice, type Part } from '../posture/practice.ts';
import { worstOf } from '../posture/rating.ts';

type Extension = FactValue<'extensions'>[number];
type Asked = Pick<Context, 'lists' | 'importance'>;

/** Before the name of an extension that the company requires. */
const REQUIRED = 'required:';

/**
 * Judged by the policy's lists of ids: `forbidden`; `allowed`, which are not to be looked at again; and for each extension that is
 * required a list `required:<name>` of its ids in the different stores, any of which will do. Switched off is as good as absent.
 */
export default definePractice({
  id: 'browser-extensions',
  scope: 'browser',
  importance: 'warn',
  needs: ['extensions'],
  remedies: {
    macos: { minutes: 5, restart: false, link: 'browser-extensions' },
    windows: { minutes: 5, restart: false, link: 'browser-extensions' },
    linux: { minutes: 5, restart: false, link: 'browser-extensions' },
    chromeos: { minutes: 5, restart: false, link: 'browser-extensions' },
  },
  rate: ({ extensions }, asked) => {
    const active = extensions.filter(({ state }) => state === 'on');
    const parts = [...missing(active, asked), ...active.flatMap((extension) => standingOut(extension, asked))];
    const params = { count: active.length, problems: parts.length };
    if (parts.length === 0) return { observed: 'fine', rating: 'ok', params };
    return { observed: 'to-look-at', rating: worstOf(parts).rating, params, parts };
  },
});

const missing = (active: readonly Extension[], { lists, importance }: Asked): readonly Part[] =>
  Object.entries(lists)
    .filter(([list, ids]) => list.startsWith(REQUIRED) && !active.some(({ id }) => ids.includes(id)))
    .map(([list]) => ({
      observed: 'missing',
      rating: importance,
      params: { name: list.slice(REQUIRED.length, TEXT_LIMIT) },
    }));

/** What is worth telling of an extension; the company answers for those that it installs, requires or allows. */
function standingOut({ id, name, installed, reach }: Extension, { lists, importance }: Asked): readonly Part[] {
  if (lists['forbidden']?.includes(id)) return [{ observed: 'forbidden', rating: importance, params: { name } }];
  const isKnown = Object.entries(lists).some(([list, ids]) => list !== 'forbidden' && ids.includes(id));
  if (isKnown || installed === 'by-policy') return [];
  if (installed === 'sideloaded' || installed === 'unpacked')
    return [{ observed: installed, rating: 'nudge', params: { name } }];
  return reach === 'wide' ? [{ observed: 'wide', rating: 'nudge', params: { name } }] : [];
}
