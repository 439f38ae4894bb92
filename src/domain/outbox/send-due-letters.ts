import type { Letter, Now, OutboxLetter, OutboxStore } from '../kernel/index.ts';

/**
 * How sending a letter ended. `problem` is for the log and for `/beheer`: never an address or a text.
 * - refused: the mail server will never take this letter (no such mailbox)
 * - later: it may take this letter later (mailbox full, greylisting)
 * - unreachable: it takes no letters at all now (down, stalls, wrong password)
 */
export type SendOutcome =
  { readonly kind: 'sent' } | { readonly kind: 'refused' | 'later' | 'unreachable'; readonly problem: string };

/**
 * Port to the post. Does not throw for what a mail server may do, and gives up by itself within 90 seconds.
 * The same `id` is the same letter: it gives the same Message-ID, so that mail programs recognise a letter that came twice.
 */
export type Send = (letter: Letter, id: string) => Promise<SendOutcome>;

/** Twice as long as one letter can take, or another process would send it as well. */
const CLAIM_MS = 3 * 60_000;
const MINUTE = 60_000;
/** A mail server that comes back gets what waited within the hour: a reminder or an offered place is soon of no use. */
const LONGEST_PAUSE = 60 * MINUTE;
/** With the pauses below: after 50 hours. A mail server that is down for a weekend loses no letter that came on Saturday. */
const MOST_ATTEMPTS = 56;

/** The pause after the nth attempt: 1, 2, 4… minutes, at most an hour. Null: give up. */
export const pauseAfter = (attempts: number): number | null =>
  attempts >= MOST_ATTEMPTS ? null : Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_PAUSE);

export interface OutboxNeeds {
  readonly outbox: OutboxStore;
  readonly send: Send;
  readonly now: Now;
  /** Tells the log that a letter could not be sent; never an address. */
  readonly report: (problem: string, error: unknown) => void;
}

export interface Round {
  readonly sent: number;
  readonly failed: number;
}

/**
 * Sends what is due, one letter at a time. A letter is marked as sent after the mail server took it: a process that is
 * killed between the two sends that one letter again, later. No other letter is ever sent twice.
 */
export function makeSendDueLetters({ outbox, send, now, report }: OutboxNeeds) {
  async function trySend({ id, letter, attempts }: OutboxLetter): Promise<SendOutcome['kind']> {
    const outcome = await send(letter, id).catch((error: unknown): SendOutcome => {
      report('a letter could not be made ready to send', error);
      return { kind: 'refused', problem: 'the letter could not be made ready' };
    });
    if (outcome.kind === 'sent') {
      await outbox.sent(id, now());
      return 'sent';
    }
    const pause = outcome.kind === 'refused' ? null : pauseAfter(attempts);
    await outbox.failed(id, outcome.problem, pause === null ? null : new Date(now().getTime() + pause));
    if (pause === null) report('a letter was given up', outcome.problem);
    return outcome.kind;
  }

  return async (isStopping: () => boolean): Promise<Round> => {
    const round = { sent: 0, failed: 0 };
    while (!isStopping()) {
      const [letter] = await outbox.claim(now(), 1, CLAIM_MS);
      if (!letter) break;
      const ending = await trySend(letter);
      round[ending === 'sent' ? 'sent' : 'failed'] += 1;
      // The others would wait for the same server, each as long.
      if (ending === 'unreachable') break;
    }
    return round;
  };
}
