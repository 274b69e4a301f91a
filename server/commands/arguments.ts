import { parseArgs } from 'node:util';
import { Refusal } from './configured.ts';

interface Wanted<Option extends string, Flag extends string> {
  /** Shown to whoever gets it wrong. */
  readonly usage: string;
  /** Arguments that stand by themselves, all of them needed. */
  readonly positionals: number;
  /** Followed by a value. */
  readonly options?: readonly Option[];
  readonly flags?: readonly Flag[];
}

interface Given<Option extends string, Flag extends string> {
  readonly positionals: readonly string[];
  readonly options: Readonly<Partial<Record<Option, string>>>;
  readonly flags: Readonly<Partial<Record<Flag, boolean>>>;
}

/** What was given to a command. @throws Refusal with the usage when it is not what the command takes */
export function argumentsOf<Option extends string = never, Flag extends string = never>(
  args: readonly string[],
  { usage, positionals: count, options = [], flags = [] }: Wanted<Option, Flag>,
): Given<Option, Flag> {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries([
        ...options.map((name) => [name, { type: 'string' } as const] as const),
        ...flags.map((name) => [name, { type: 'boolean' } as const] as const),
      ]),
    });
    if (positionals.length !== count) throw new TypeError('Expected another number of arguments');
    const given = values as Given<Option, Flag>['options'] & Given<Option, Flag>['flags'];
    return { positionals, options: given, flags: given };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(`${error.message}\n${usage}`);
  }
}
