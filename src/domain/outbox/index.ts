import type { OutboxState } from '../kernel/index.ts';
import { makeSendDueLetters, type OutboxNeeds, type Round } from './send-due-letters.ts';

export type { OutboxState, OutboxStore } from '../kernel/index.ts';
export type { OutboxNeeds, Round, Send, SendOutcome } from './send-due-letters.ts';

/** The post. Letters get in with the fact that they speak of; this sends them. */
export interface Outbox {
  /** Sends what is due now. While a round is going on it gives that round: one at a time in a process. */
  sendDue(): Promise<Round>;
  /** Starts a round soon, without waiting for it. */
  wake(): void;
  state(): Promise<OutboxState>;
  /** Finishes the letter that is being sent and starts no other. */
  stop(): Promise<void>;
}

export function makeOutbox(needs: OutboxNeeds): Outbox {
  const send = makeSendDueLetters(needs);
  let going: Promise<Round> | undefined;
  let again = false;
  let stopping = false;

  function sendDue(): Promise<Round> {
    going ??= send(() => stopping).finally(() => {
      going = undefined;
      if (again) wake();
    });
    return going;
  }

  function wake(): void {
    // A letter that came after the round looked for the last time would wait for the clock.
    again = going !== undefined && !stopping;
    if (going || stopping) return;
    sendDue().catch((error: unknown) => {
      needs.report('the post could not be sent', error);
    });
  }

  return {
    sendDue: () => (stopping ? Promise.resolve({ sent: 0, failed: 0 }) : sendDue()),
    wake,
    state: () => needs.outbox.state(),
    async stop() {
      stopping = true;
      await going?.catch(() => undefined);
    },
  };
}
