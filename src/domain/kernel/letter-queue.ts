import type { Letter } from './letter.ts';

/** A letter that waits to be sent. Stored in the same transaction as the fact it speaks of. */
export interface OutboxLetter {
  readonly id: string;
  readonly letter: Letter;
  /** How often it was tried, the attempt for which it was claimed now included: 1 the first time. */
  readonly attempts: number;
}

/** How the post is doing; for `/beheer` and the log. Never an address. */
export interface OutboxState {
  readonly waiting: number;
  /** Tried without success: those that wait for another attempt, and those that were given up. */
  readonly failing: number;
  /** Not sent, as it was of no use to anybody any more. */
  readonly late: number;
  readonly oldestWaitingSince: Date | null;
}

/** Port: letters that wait, in each realm that sends any. */
export interface OutboxStore {
  /**
   * Takes up to `limit` letters that are due, for `forMs` milliseconds: another process does not get them meanwhile.
   * One whose `notAfter` has come is never sent: it ends here, and its address and text are deleted.
   */
  claim(now: Date, limit: number, forMs: number): Promise<OutboxLetter[]>;
  /** Sent: address, subject and text are deleted, the fact that it was sent stays. */
  sent(id: string, at: Date): Promise<void>;
  /** Not sent: `error` (no addresses in it) and when to try again; null gives up, and deletes address and text. */
  failed(id: string, error: string, nextAttemptAt: Date | null): Promise<void>;
  state(): Promise<OutboxState>;
}
