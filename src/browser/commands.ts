import * as v from 'valibot';
import type { ConnectionProblem } from '../posture/connection.ts';
import { facts } from '../posture/facts.ts';
import { api } from './api.ts';

const address = v.pipe(v.string(), v.maxLength(2000));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const finding = v.object({ device: id, practice: id });

/** What a page may ask the worker for, with the schema of its argument. What comes of it is told through storage. */
const commands = {
  check: v.undefined(),
  renew: v.undefined(),
  'set-endpoint': v.nullable(address),
  'test-connection': address,
  claim: finding,
  unclaim: finding,
  passkey: facts.passkey.value,
  answer: v.object({ ...finding.entries, isSo: v.boolean() }),
  unanswer: finding,
  'choose-computer': v.nullable(id),
  'forget-computer': v.undefined(),
  'sign-in': v.undefined(),
  'put-off-sign-in': v.undefined(),
  'sign-out': v.undefined(),
  /** Only what may stand in a header. */
  'set-token': v.pipe(v.string(), v.trim(), v.maxLength(4096), v.regex(/^[\x21-\x7e]{16,}$/)),
} as const satisfies Record<string, v.GenericSchema>;

export type Command = keyof typeof commands;

export type Argument<Name extends Command> = v.InferOutput<(typeof commands)[Name]>;

/** What the worker answers once it is done. */
export interface Replies {
  check: Promise<void>;
  /** A check for somebody who only looks: the endpoint is asked if that is due. */
  renew: Promise<void>;
  /** The problem of the address, which then was not saved; null when it was. */
  'set-endpoint': Promise<{ readonly problem: ConnectionProblem | null }>;
  'test-connection': Promise<{ readonly organization: string } | { readonly problem: ConnectionProblem }>;
  claim: Promise<void>;
  unclaim: Promise<void>;
  passkey: Promise<void>;
  answer: Promise<void>;
  unanswer: Promise<void>;
  /** The person says which device this computer is; null for none of them. */
  'choose-computer': Promise<void>;
  'forget-computer': Promise<void>;
  /** Opens a window: only for a click. */
  'sign-in': Promise<void>;
  'put-off-sign-in': Promise<void>;
  'sign-out': Promise<void>;
  'set-token': Promise<void>;
}

export type Handlers = { readonly [Name in Command]: (argument: Argument<Name>) => Replies[Name] };

export type Answer = { readonly reply?: unknown } | { readonly failed: true };

/** Carries out the commands of our own pages. Messages of anybody else, and what is not a command, are left unanswered. */
export function handle(handlers: Handlers): void {
  // An answer by callback, and `true`, are what every browser and the polyfill understand alike.
  api.runtime.onMessage.addListener(((message: unknown, sender: Sender, respond: (answer: Answer) => void) => {
    const carryOut = isOwnPage(sender) ? prepare(message, handlers) : undefined;
    if (carryOut === undefined) return undefined;
    carryOut().then(
      (reply) => respond({ reply }),
      () => respond({ failed: true }),
    );
    return true;
  }) as Parameters<typeof api.runtime.onMessage.addListener>[0]);
}

type Sender = Parameters<Parameters<typeof api.runtime.onMessage.addListener>[0]>[1];

const isOwnPage = ({ id: sender, url }: Sender): boolean =>
  sender === api.runtime.id && url?.startsWith(api.runtime.getURL('')) === true;

const messageSchema = v.object({
  command: v.picklist(Object.keys(commands) as Command[]),
  argument: v.optional(v.unknown()),
});

function prepare(message: unknown, handlers: Handlers): (() => Promise<unknown>) | undefined {
  const read = v.safeParse(messageSchema, message);
  if (!read.success) return undefined;
  const { command } = read.output;
  const argument = v.safeParse(commands[command], read.output.argument);
  // Schema and handler have the same name; the compiler cannot follow that through the union.
  return argument.success
    ? () => (handlers[command] as (given: unknown) => Promise<unknown>)(argument.output)
    : undefined;
}
