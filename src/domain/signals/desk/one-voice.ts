import { ok, refused, type Actor, type RecordDeed, type Result } from '../../kernel/index.ts';
import type { KeyUses } from '../sealing/uses.ts';
import type { SignalState } from '../signal.ts';
import { atTheDesk } from './at-the-desk.ts';
import type { DeskStore } from './desk-store.ts';
import { markOf } from './proposer-mark.ts';

/** Signals that one person sent, the desk is sure. */
export interface OneVoice {
  /** The one that stays as it is. */
  readonly keep: string;
  /** With the state in which the desk saw each. */
  readonly others: readonly { readonly id: string; readonly from: SignalState }[];
}

/** What waits for a sender, or for a second approver, is left alone; and what was released stays counted. */
export const MAY_BECOME_DUPLICATE: readonly SignalState[] = ['new', 'accepted'];
const MOST = 500;

interface Needs {
  readonly deskStore: Pick<DeskStore, 'change' | 'find'>;
  readonly keys: Pick<KeyUses, 'pairs'>;
  readonly record: RecordDeed;
  readonly secretKey: string;
  readonly secondApprover: boolean;
}

/** All of them in one go, or none: `stale` when one of them changed. With a second approver each is only proposed. */
export const makeOneVoice =
  ({ deskStore, keys, record, secretKey, secondApprover }: Needs) =>
  async (
    actor: Actor,
    sessionId: string | null,
    { keep, others }: OneVoice,
  ): Promise<Result<number, 'forbidden' | 'locked' | 'stale'>> => {
    const open = atTheDesk(keys, actor, sessionId);
    if (!open.ok) return open;
    const right = others.every(({ id, from }) => id !== keep && MAY_BECOME_DUPLICATE.includes(from));
    if (!right || others.length === 0 || others.length > MOST) return refused('stale');
    // Withdrawn or refused meanwhile: without it nobody of the group would count.
    const kept = (await deskStore.find(keep))?.signal.state;
    if (kept === undefined || kept === 'refused' || kept === 'duplicate') return refused('stale');
    const changes = others.map(({ id, from }) => {
      const proposal = { decision: 'duplicate', mark: markOf(actor, id, secretKey) } as const;
      const how = secondApprover ? ({ to: 'proposed', proposal } as const) : ({ to: 'duplicate' } as const);
      return { id, from, turns: null, ...how };
    });
    if ((await deskStore.change(changes)) === 'stale') return refused('stale');
    const action = secondApprover ? 'signal.propose' : 'signal.duplicate';
    for (const { id } of others) await record({ actor, action, object: `signal:${id}`, buurtId: null });
    return ok(others.length);
  };
