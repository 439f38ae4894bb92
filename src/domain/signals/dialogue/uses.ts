import type { Now, Result } from '../../kernel/index.ts';
import type { DialogueStore } from './dialogue-store.ts';
import { makeFollowSignal, type FollowedSignal } from './follow-signal.ts';
import { makeReplyToDesk, type ReplyForm, type ReplyRefusal } from './reply-to-desk.ts';
import type { KeyUses } from '../sealing/uses.ts';
import { makeWithdrawSignal } from './withdraw-signal.ts';

export type { DialogueStore, FoundSignal, Reply } from './dialogue-store.ts';
export type { FollowedSignal, FollowedTurn, Standing } from './follow-signal.ts';
export type { ReplyForm, ReplyRefusal } from './reply-to-desk.ts';
export type { NewTurn, Turn } from './turn.ts';

/** What the holder of a receipt code may do. What the desk says to that holder is among the uses of the desk. */
export interface DialogueUses {
  /**
   * Where the signal is and what the desk said; never what was written. `unknown`: wrong, never given, withdrawn or forgotten,
   * and nobody can tell which: same answer, same work. The gate counts guesses before this is asked.
   */
  follow(code: string): Promise<Result<FollowedSignal, 'unknown'>>;
  /** Says something back to the desk; the gate let `token` through before. An asked or refused signal goes back to the desk. */
  reply(form: ReplyForm): Promise<Result<{ readonly already: boolean }, ReplyRefusal>>;
  /** Deletes everything under the code. Resolves in the same way when nothing is there. */
  withdraw(code: string): Promise<void>;
}

export interface DialogueNeeds {
  readonly dialogue: DialogueStore;
  readonly now: Now;
  readonly secretKey: string;
}

export function makeDialogueUses(needs: DialogueNeeds, keys: Pick<KeyUses, 'activeKey'>): DialogueUses {
  return {
    follow: makeFollowSignal(needs),
    reply: makeReplyToDesk(needs, () => keys.activeKey()),
    withdraw: makeWithdrawSignal(needs),
  };
}
