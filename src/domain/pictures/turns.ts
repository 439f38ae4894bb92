interface Limits {
  /** How many works run together. */
  readonly atOnce: number;
  /** How many may wait; one more is not taken. */
  readonly waiting: number;
}

/**
 * Lets works run a few at a time, in order. Answers undefined, without running it, when too many wait already. One kind of work
 * may be more patient than another that shares the turns: then it says itself how many may wait before it.
 */
export function makeTurns({ atOnce, waiting }: Limits) {
  const queue: (() => void)[] = [];
  let running = 0;

  return async <Value>(work: () => Promise<Value>, patience = waiting): Promise<Value | undefined> => {
    if (running >= atOnce) {
      if (queue.length >= patience) return undefined;
      // Whoever ends hands its turn on, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
