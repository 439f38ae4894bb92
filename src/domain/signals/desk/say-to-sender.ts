import { ok, refused, type Actor, type Now, type RecordDeed, type Result } from '../../kernel/index.ts';
import { signalText, type TextMistake } from '../plain/signal-text.ts';
import type { KeyUses } from '../sealing/uses.ts';
import type { SignalState } from '../signal.ts';
import { atTheDesk } from './at-the-desk.ts';
import type { DeskStore } from './desk-store.ts';
import { deskTurn } from './desk-turn.ts';

/** What the desk tells the sender, beside a decision. */
export interface Message {
  readonly id: string;
  /** What the desk saw it to be, and how many turns it saw. */
  readonly from: SignalState;
  readonly turns: number;
  readonly text: string;
  /** After a question the signal waits for the sender; an answer leaves it where it is. */
  readonly as: 'question' | 'answer';
}

/** `unreachable`: nobody has a code to it. A mistake in a text speaks of what was typed. */
export type SayRefusal = 'forbidden' | 'locked' | 'stale' | 'unreachable' | 'no-key' | TextMistake;

/** A question is for before a decision. */
export const MAY_ASK: readonly SignalState[] = ['new', 'asked'];

interface Needs {
  readonly deskStore: Pick<DeskStore, 'find' | 'change'>;
  readonly keys: Pick<KeyUses, 'pairs' | 'activeKey'>;
  readonly record: RecordDeed;
  readonly now: Now;
}

/** Asks or answers. Sealed twice: the desk reads it again with its keys, the sender with the code. */
export const makeSayToSender =
  ({ deskStore, keys, record, now }: Needs) =>
  async (actor: Actor, sessionId: string | null, message: Message): Promise<Result<SignalState, SayRefusal>> => {
    const open = atTheDesk(keys, actor, sessionId);
    if (!open.ok) return open;
    const { id, from, turns } = message;
    const asks = message.as === 'question';
    const found = await deskStore.find(id);
    if (found?.signal.state !== from || (asks && !MAY_ASK.includes(from))) return refused('stale');
    const { senderKey } = found.signal;
    if (senderKey === null) return refused('unreachable');
    const text = signalText(message.text);
    if (!text.ok) return text;
    const key = await keys.activeKey();
    if (!key) return refused('no-key');
    const says = deskTurn(text.value, { desk: key, sender: senderKey }, now);
    const to = asks ? 'asked' : from;
    if ((await deskStore.change([{ id, from, turns, to, says }])) === 'stale') return refused('stale');
    await record({ actor, action: asks ? 'signal.ask' : 'signal.answer', object: `signal:${id}`, buurtId: null });
    return ok(to);
  };
