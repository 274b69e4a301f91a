import { api } from './api.ts';
import type { Answer, Argument, Command, Replies } from './commands.ts';

/**
 * Sends a command to the worker and waits until it is carried out. Rejects when no worker answers, or when it failed: the page then
 * shows what storage has, as before.
 */
export async function send<Name extends Command>(
  command: Name,
  ...[argument]: undefined extends Argument<Name> ? [argument?: undefined] : [argument: Argument<Name>]
): Promise<Awaited<Replies[Name]>> {
  const answer = (await api.runtime.sendMessage({ command, argument })) as Answer | undefined;
  if (answer === undefined || 'failed' in answer) throw new Error(`The command ${command} was not carried out`);
  return answer.reply as Awaited<Replies[Name]>;
}
