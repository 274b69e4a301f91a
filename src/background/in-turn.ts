let last: Promise<unknown> = Promise.resolve();

/** Runs a task when those before it are done, so that no two of them read and write the same document at once. */
export function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  const result = last.then(task);
  last = result.catch(() => undefined);
  return result;
}
