import type { Logger } from './log.ts';

/** A request that was answered. `pattern` is the route (`/buurten/[buurt]`), never the address: that may hold a secret. */
export interface Answered {
  readonly method: string;
  readonly pattern: string;
  readonly status: number;
  /** Milliseconds. */
  readonly ms: number;
}

/** Tells the log what was asked. Never who asked, with what, or exactly what for. */
export interface Traffic {
  answered(line: Answered): void;
  /** A visit to the signal form: only how many there were on a day is ever written, when that day is over. */
  signal(): void;
  /** Writes what it still has; for when the server stops. */
  close(): void;
}

/** `today` gives the day, as `2027-03-18`. */
export function makeTraffic(log: Logger, today: () => string): Traffic {
  let day = today();
  let visits = 0;

  const write = () => {
    if (visits > 0) log.info({ signalPages: visits, day }, 'visits to the signal form');
    visits = 0;
  };
  return {
    answered: ({ ms, ...line }) => log.info({ ...line, ms: Math.round(ms * 10) / 10 }),
    signal() {
      if (today() !== day) {
        write();
        day = today();
      }
      visits += 1;
    },
    close: write,
  };
}
