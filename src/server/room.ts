/** Bytes of memory that many may use together; who finds no room waits in line. */
export interface Room {
  /** False when there was no room within `patience` milliseconds. */
  take(bytes: number, patience: number): Promise<boolean>;
  giveBack(bytes: number): void;
}

interface Waiter {
  readonly bytes: number;
  readonly come: (found: boolean) => void;
}

export function makeRoom(size: number): Room {
  const line = new Set<Waiter>();
  let free = size;

  /** In order: a large one at the head of the line is not overtaken for ever by small ones. */
  function letIn(): void {
    for (const waiter of line) {
      if (waiter.bytes > free) return;
      free -= waiter.bytes;
      line.delete(waiter);
      waiter.come(true);
    }
  }

  return {
    async take(bytes, patience) {
      const turn = Promise.withResolvers<boolean>();
      const waiter: Waiter = { bytes, come: turn.resolve };
      line.add(waiter);
      letIn();
      const timer = setTimeout(() => {
        line.delete(waiter);
        turn.resolve(false);
        letIn();
      }, patience);
      try {
        return await turn.promise;
      } finally {
        clearTimeout(timer);
      }
    },
    giveBack(bytes) {
      free += bytes;
      letIn();
    },
  };
}
