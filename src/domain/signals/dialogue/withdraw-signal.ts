import type { DialogueStore } from './dialogue-store.ts';
import { signalOfCode, type FindNeeds } from './follow-signal.ts';

interface WithdrawNeeds extends FindNeeds {
  readonly dialogue: Pick<DialogueStore, 'byReceipt' | 'withdraw' | 'wipe'>;
}

/**
 * Takes a signal back: text, photo and dialogue are gone when this resolves. It answers nothing, so that a second press, a
 * code that was withdrawn elsewhere and a code that never was look the same: under this code nothing is kept (any more).
 */
export const makeWithdrawSignal =
  (needs: WithdrawNeeds) =>
  async (code: string): Promise<void> => {
    const signal = await signalOfCode(needs, code);
    if (!signal) return;
    await needs.dialogue.withdraw(signal.id);
    // The rows are gone. When a long reading holds the last trace in the WAL, the hourly round of forgetting takes it.
    await needs.dialogue.wipe().catch(() => undefined);
  };
