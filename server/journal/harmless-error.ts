/** What of an error can be written down. */
export interface HarmlessError {
  readonly error: string;
  /** Such as `ECONNREFUSED`. */
  readonly code?: string;
  /** Function, file without its folders, line and column, the innermost first. */
  readonly stack: readonly string[];
  readonly cause?: HarmlessError;
}

const MOST_FRAMES = 20;
const MOST_CAUSES = 3;

/** A frame as V8 writes it: `at async name (place:line:column)`, or the place alone. */
const FRAME = /^ {4}at (?:(.{1,100}) \()?(?:file:\/\/)?([^\s()]{1,500}):(\d{1,9}):(\d{1,9})\)?$/;

/** Frames without a place. */
const NATIVE = /^ {4}at .{1,100} \((?:<anonymous>|native|index \d+)\)$/;

const NAME = /^[A-Za-z_$<][\w.$<># ]{0,99}$/;
const PLACE = /^[\w.-]{1,60}\.(?:[cm]?[jt]s)$|^node:[a-z_/]{1,60}$/;
const WORD = /^[A-Za-z]\w{0,59}$/;
/** `ENOTFOUND`, `UND_ERR_SOCKET`; nothing with digits, such as serial numbers have. */
const CODE = /^(?:E[A-Z]{3,20}|[A-Z]{2,20}(?:_[A-Z]{1,20}){1,8})$/;

/**
 * The kind of an error and where it happened. Its message is left out, for it may repeat an address, a query or a secret: what reads
 * like a frame counts only behind the message.
 */
export function harmlessError(error: unknown, causes = MOST_CAUSES): HarmlessError {
  if (!(error instanceof Error)) return { error: typeof error, stack: [] };
  const kind = error.constructor.name;
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : undefined;
  return {
    error: WORD.test(kind) ? kind : 'Error',
    ...(code !== undefined && { code }),
    stack: framesOf(error),
    ...(error.cause !== undefined && causes > 0 && { cause: harmlessError(error.cause, causes - 1) }),
  };
}

function framesOf({ stack = '', message }: Error): readonly string[] {
  // The message may have lines of its own that look like frames, and it may have been another one when the stack was written.
  const at = message === '' ? -1 : stack.indexOf(message);
  const lines = (at < 0 ? stack : stack.slice(at + message.length)).split('\n').slice(1);
  const first = lines.findLastIndex((line) => !FRAME.test(line) && !NATIVE.test(line)) + 1;
  return lines.slice(first, first + MOST_FRAMES).flatMap((line) => {
    const [, called = '', place = '', row, column] = FRAME.exec(line) ?? [];
    // What a function was called as may be a key of somebody's.
    const name = called.replace(/ \[as .*\]$/, '');
    const file = place.startsWith('node:') ? place : (place.split(/[/\\]/).at(-1) ?? '');
    if (!PLACE.test(file) || (name !== '' && !NAME.test(name))) return [];
    return [`${name === '' ? '' : `${name} `}${file}:${row}:${column}`];
  });
}
