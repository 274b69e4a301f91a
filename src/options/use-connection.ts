import { useRef, useState } from 'preact/hooks';
import { send } from '../browser/send.ts';
import { catalogues, type Locale } from '../locales/index.ts';
import { optionsWords } from '../locales/options-words.ts';
import { say } from '../locales/say.ts';
import type { ConnectionProblem } from '../posture/connection.ts';
import { hostOf } from '../ui/outgoing-link.ts';

/** What came of the last thing that the person asked for, in a sentence. */
export interface Outcome {
  readonly state: 'asking' | 'ok' | 'failed' | 'done';
  readonly sentence: string;
}

export interface ConnectionActions {
  readonly outcome: Outcome | undefined;
  readonly test: (address: string) => Promise<void>;
  readonly save: (address: string) => Promise<void>;
  readonly disconnect: () => Promise<void>;
  /** What was told is not about this any more. */
  readonly forget: () => void;
}

export const problemText = (problem: ConnectionProblem, address: string, locale: Locale): string =>
  say(catalogues[locale].connection[problem], { host: hostOf(address.trim()) }, locale);

/** Asks the worker to try, choose and leave an endpoint. Only what came of the last of these is told. */
export function useConnection(locale: Locale): ConnectionActions {
  const [outcome, setOutcome] = useState<Outcome>();
  const last = useRef(0);
  const { reasons } = catalogues[locale];
  const options = optionsWords[locale];

  const tellLast = async (task: Promise<Outcome | undefined>): Promise<void> => {
    last.current += 1;
    const own = last.current;
    // Without a worker nothing was done.
    const told = await task.catch(() => failed(say(reasons['not-checked-yet'].next, {}, locale)));
    if (own === last.current) setOutcome(told);
  };
  const failedBy = (problem: ConnectionProblem, address: string) => failed(problemText(problem, address, locale));

  return {
    outcome,
    forget: () => void tellLast(Promise.resolve(undefined)),
    test: (address) => {
      setOutcome({ state: 'asking', sentence: say(options.testing, { host: hostOf(address.trim()) }, locale) });
      return tellLast(
        send('test-connection', address).then((reply) =>
          'problem' in reply
            ? failedBy(reply.problem, address)
            : { state: 'ok', sentence: say(options['connected-to'], { organization: reply.organization }, locale) },
        ),
      );
    },
    save: (address) =>
      tellLast(
        send('set-endpoint', address).then(({ problem }) =>
          problem === null ? done(say(options.saved, {}, locale)) : failedBy(problem, address),
        ),
      ),
    disconnect: () => tellLast(send('set-endpoint', null).then(() => done(say(options.disconnected, {}, locale)))),
  };
}

const failed = (sentence: string): Outcome => ({ state: 'failed', sentence });
const done = (sentence: string): Outcome => ({ state: 'done', sentence });
