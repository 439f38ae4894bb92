import { createHmac } from 'node:crypto';
import { ok, refused, weekOf, type Now, type Result } from '../../kernel/index.ts';
import { signalText, type TextMistake } from '../plain/signal-text.ts';
import { sealText } from '../sealing/content.ts';
import type { SealingKey } from '../sealing/key.ts';
import type { DialogueStore } from './dialogue-store.ts';
import { MOST_TURNS, OPEN_TO_REPLIES, REOPENED_BY_REPLY, signalOfCode, type FindNeeds } from './follow-signal.ts';

export interface ReplyForm {
  readonly code: string;
  readonly text: string;
  /** Of a form that the gate let through: it stores one reply at most. */
  readonly token: string;
}

export type ReplyRefusal = TextMistake | 'unknown' | 'spent' | 'stale' | 'enough' | 'no-key';

interface ReplyNeeds extends FindNeeds {
  readonly dialogue: Pick<DialogueStore, 'byReceipt' | 'reply'>;
  readonly now: Now;
}

/**
 * The sender says something back, which only the desk can read. Answers after the durable commit. `already`: this form was
 * received before with the same text; it is stored once. `spent`: the form was used for another text.
 */
export const makeReplyToDesk =
  (needs: ReplyNeeds, deskKey: () => Promise<SealingKey | undefined>) =>
  async ({ code, text, token }: ReplyForm): Promise<Result<{ readonly already: boolean }, ReplyRefusal>> => {
    const signal = await signalOfCode(needs, code);
    if (!signal) return refused('unknown');
    const read = signalText(text);
    if (!read.ok) return read;
    const key = await deskKey();
    if (!key) return refused('no-key');
    const hash = (...parts: string[]) =>
      createHmac('sha256', needs.secretKey)
        .update(['reply-form', ...parts].join('\n'))
        .digest('base64url');
    const outcome = await needs.dialogue.reply({
      turn: {
        ...{ signalId: signal.id, by: 'sender', week: weekOf(needs.now()), keyId: key.id },
        sealedForDesk: sealText(read.value, key),
        sealedForSender: null,
      },
      spent: { form: hash(token), same: hash(token, signal.id, read.value) },
      from: OPEN_TO_REPLIES,
      reopens: REOPENED_BY_REPLY,
      most: MOST_TURNS,
    });
    return outcome === 'said' || outcome === 'known' ? ok({ already: outcome === 'known' }) : refused(outcome);
  };
