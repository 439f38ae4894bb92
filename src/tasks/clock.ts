/** Something the portal does by itself, again and again. */
export interface Job {
  readonly name: string;
  /** Milliseconds between the end of one run and the start of the next: a slow run is never overtaken by itself. */
  readonly every: number;
  readonly run: () => Promise<unknown>;
}

export interface Clock {
  /** Starts no new run, and waits for those under way. */
  stop(): Promise<void>;
}

/** Runs each job now and then on. A run that fails is told to `onFailure`, and the job goes on. */
export function startClock(jobs: readonly Job[], onFailure: (job: string, error: unknown) => void): Clock {
  const stopping = new AbortController();
  const turns = jobs.map((job) => repeat(job, stopping.signal, onFailure));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(turns);
    },
  };
}

async function repeat(
  { name, every, run }: Job,
  stopping: AbortSignal,
  onFailure: (job: string, error: unknown) => void,
): Promise<void> {
  while (!stopping.aborted) {
    try {
      await run();
    } catch (error) {
      onFailure(name, error);
    }
    await sleep(every, stopping);
  }
}

function sleep(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve();
    const wake = () => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    stopping.addEventListener('abort', wake);
  });
}
