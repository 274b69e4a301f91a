import type { DestinationStream } from 'pino';

/** Where lines end up. */
interface Sink {
  readonly write: (text: string) => unknown;
  readonly flushSync: () => void;
}

/** Lines are handed on together, at the latest after this time. */
const HAND_ON_AFTER_MS = 200;
const MOST_CHARACTERS = 8192;

/**
 * Collects lines before they are written: one by one that takes longer than the answers that they are about, for the sink measures
 * all that it holds with every line.
 */
export function collectLines(sink: Sink): DestinationStream & { readonly flushSync: () => void } {
  let lines: string[] = [];
  let characters = 0;
  let timer: NodeJS.Timeout | undefined;
  const handOn = () => {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length === 0) return;
    const text = lines.join('');
    lines = [];
    characters = 0;
    sink.write(text);
  };
  return {
    write: (line) => {
      lines.push(line);
      characters += line.length;
      if (characters >= MOST_CHARACTERS) handOn();
      else timer ??= setTimeout(handOn, HAND_ON_AFTER_MS).unref();
    },
    flushSync: () => {
      handOn();
      sink.flushSync();
    },
  };
}
