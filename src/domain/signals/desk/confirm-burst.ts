import { ok, refused, type Actor, type RecordDeed, type Result } from '../../kernel/index.ts';
import type { KeyUses } from '../sealing/uses.ts';
import { atTheDesk } from './at-the-desk.ts';
import type { BurstCount, DeskStore } from './desk-store.ts';

/** What the desk says of a burst; `counted` is what it saw. */
export interface BurstDecision extends Pick<BurstCount, 'buurtId' | 'cell' | 'week' | 'counted'> {
  /** False takes it back: then they count as one voice again. */
  readonly different: boolean;
}

interface Needs {
  readonly deskStore: Pick<DeskStore, 'confirmBurst'>;
  readonly keys: Pick<KeyUses, 'pairs'>;
  readonly record: RecordDeed;
}

/** Many signals from one place in one week: the desk is sure that different people sent them. Gives how many count. */
export const makeConfirmBurst =
  ({ deskStore, keys, record }: Needs) =>
  async (
    actor: Actor,
    sessionId: string | null,
    { different, ...burst }: BurstDecision,
  ): Promise<Result<number, 'forbidden' | 'locked' | 'stale'>> => {
    const open = atTheDesk(keys, actor, sessionId);
    if (!open.ok) return open;
    const confirmed = different ? burst.counted : 0;
    if ((await deskStore.confirmBurst(burst, confirmed)) === 'stale') return refused('stale');
    // Never the cell or the week: with them the log would tell more than the numbers that are published.
    const action = different ? 'signal.confirmBurst' : 'signal.undoBurst';
    await record({ actor, action, object: 'signal:burst', buurtId: null });
    return ok(confirmed);
  };
