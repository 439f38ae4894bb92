import { ok, refused, type Result } from '../../kernel/index.ts';
import { openText } from '../sealing/content.ts';
import type { KeyPair } from '../sealing/seal.ts';
import type { SignalState } from '../signal.ts';
import type { DialogueStore, FoundSignal } from './dialogue-store.ts';
import { fitsReceipt, receiptLookup, senderKeyOf } from './receipt.ts';
import type { Speaker, Turn } from './turn.ts';

/**
 * Where a signal is, as its sender may know it. `in`: the desk has not decided · `asked`: the desk asks something · `counts`:
 * in the next release · `counted`: in the last one · `together`: counts as one voice with others · `not`: does not count.
 */
export type Standing = 'in' | 'asked' | 'counts' | 'counted' | 'together' | 'not';

const STANDING: Readonly<Record<SignalState, Standing>> = {
  new: 'in',
  // That one of two approvers proposed something is no decision, and nobody else's business.
  proposed: 'in',
  asked: 'asked',
  accepted: 'counts',
  released: 'counted',
  duplicate: 'together',
  refused: 'not',
};

/** While it is in one of these, the sender may say something. */
export const OPEN_TO_REPLIES: readonly SignalState[] = ['new', 'proposed', 'asked', 'refused'];
/** And a reply brings it back to the desk from these. */
export const REOPENED_BY_REPLY: readonly SignalState[] = ['asked', 'refused'];
/** No dialogue has more turns: an endless one keeps the desk from other signals. */
export const MOST_TURNS = 20;

/** What was said after the signal. Of the sender's own words nothing is shown again, so that a finder of the code learns nothing. */
export interface FollowedTurn {
  readonly by: Speaker;
  readonly week: string;
  /** Null: said by the sender, or cannot be opened any more. */
  readonly text: string | null;
}

/** What the code opens. Never what was written, and no photo: the portal itself cannot read them. */
export interface FollowedSignal {
  readonly standing: Standing;
  readonly turns: readonly FollowedTurn[];
  readonly mayReply: boolean;
}

export interface FindNeeds {
  readonly dialogue: Pick<DialogueStore, 'byReceipt'>;
  readonly secretKey: string;
}

/**
 * The signal of a code. The same work whatever was typed: one lookup, one argon2id. Undefined when the code is wrong, never
 * existed, was withdrawn or forgotten: nobody can tell which.
 */
export async function signalOfCode({ dialogue, secretKey }: FindNeeds, code: string): Promise<FoundSignal | undefined> {
  const found = await dialogue.byReceipt(receiptLookup(code, secretKey));
  return (await fitsReceipt(code, found?.receiptHash)) ? found : undefined;
}

interface FollowNeeds extends FindNeeds {
  readonly dialogue: Pick<DialogueStore, 'byReceipt' | 'turns'>;
}

/** What became of a signal, for whoever holds its code. */
export const makeFollowSignal =
  (needs: FollowNeeds) =>
  async (code: string): Promise<Result<FollowedSignal, 'unknown'>> => {
    const signal = await signalOfCode(needs, code);
    if (!signal) return refused('unknown');
    const turns = await needs.dialogue.turns(signal.id);
    const pair = senderKeyOf(code);
    return ok({
      standing: STANDING[signal.state],
      turns: turns.filter(isForSender).map((turn) => followed(turn, pair)),
      mayReply: OPEN_TO_REPLIES.includes(signal.state) && turns.length < MOST_TURNS,
    });
  };

/** The desk may keep notes for itself between the turns. */
const isForSender = ({ by, sealedForSender }: Turn): boolean => by === 'sender' || sealedForSender !== null;

const followed = ({ by, week, sealedForSender }: Turn, pair: KeyPair): FollowedTurn => ({
  by,
  week,
  text: sealedForSender ? (openText(sealedForSender, pair) ?? null) : null,
});
