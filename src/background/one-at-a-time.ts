/**
 * A task of which only one runs at a time. A call during a run has it run once more afterwards, however many calls there were; each
 * call ends with a run that began after it.
 */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    running = task();
    try {
      await running;
    } finally {
      running = undefined;
    }
  };

  const runAfter = async (current: Promise<void>): Promise<void> => {
    await current.catch(() => undefined);
    waiting = undefined;
    await run();
  };

  return () => {
    if (running === undefined && waiting === undefined) return run();
    waiting ??= runAfter(running ?? Promise.resolve());
    return waiting;
  };
}
