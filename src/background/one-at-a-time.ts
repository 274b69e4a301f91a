/**
 * A task of which only one runs at a time. A call during a run has it run once more afterwards, however many calls there were; each
 * call ends with a run that began after it. The task is told what all those wish for whom it runs.
 */
export function oneAtATime<Wish>(task: (wishes: readonly Wish[]) => Promise<void>): (wish: Wish) => Promise<void> {
  let wishes: readonly Wish[] = [];
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    const granted = wishes;
    wishes = [];
    running = task(granted);
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

  return (wish) => {
    wishes = [...wishes, wish];
    if (running === undefined && waiting === undefined) return run();
    waiting ??= runAfter(running ?? Promise.resolve());
    return waiting;
  };
}
