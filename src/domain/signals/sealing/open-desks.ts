import sodium from 'libsodium-wrappers';
import type { Actor, Now } from '../../kernel/index.ts';
import type { KeyPair } from './seal.ts';

/** Without use for so long, the desk is closed. */
export const DESK_IDLE_MINUTES = 15;
const IDLE = DESK_IDLE_MINUTES * 60_000;

interface OpenDesk {
  readonly accountId: string;
  readonly pairs: Map<string, KeyPair>;
  usedAt: number;
}

const wipe = ({ pairs }: OpenDesk): void => {
  for (const { secretKey } of pairs.values()) sodium.memzero(secretKey);
  pairs.clear();
};

const accountOf = (actor: Actor): string | null => (actor.kind === 'account' ? actor.accountId : null);

/** The opened keys, by log-in session. In memory only: whoever restarts the portal closes them all. */
export function makeOpenDesks({ now }: { readonly now: Now }) {
  const desks = new Map<string, OpenDesk>();

  function close(sessionId: string | null): void {
    const desk = desks.get(sessionId ?? '');
    if (desk === undefined) return;
    wipe(desk);
    desks.delete(sessionId ?? '');
  }
  /** The desk of this session, if it is not too long ago that somebody used it. */
  function awake(sessionId: string | null): OpenDesk | undefined {
    const desk = desks.get(sessionId ?? '');
    // A clock that was set back must not keep a desk open either.
    if (desk === undefined || Math.abs(now().getTime() - desk.usedAt) < IDLE) return desk;
    close(sessionId);
    return undefined;
  }

  return {
    close,
    closeAllOf(actor: Actor): void {
      for (const [sessionId, { accountId }] of desks) if (accountId === accountOf(actor)) close(sessionId);
    },
    closeIdle(): void {
      for (const sessionId of desks.keys()) awake(sessionId);
    },
    isOpen: (actor: Actor, sessionId: string | null): boolean => awake(sessionId)?.accountId === accountOf(actor),
    pairs(sessionId: string | null): ReadonlyMap<string, KeyPair> | null {
      const desk = awake(sessionId);
      if (desk === undefined) return null;
      desk.usedAt = now().getTime();
      return desk.pairs;
    },
    /** Adds keys to those that this session has open; tells how many are open now. */
    add(
      { accountId, sessionId }: { accountId: string; sessionId: string },
      pairs: ReadonlyMap<string, KeyPair>,
    ): number {
      const before = awake(sessionId);
      // A session is of one person: whatever stands under its name of somebody else is closed.
      if (before !== undefined && before.accountId !== accountId) close(sessionId);
      const desk = desks.get(sessionId) ?? { accountId, pairs: new Map<string, KeyPair>(), usedAt: 0 };
      for (const [id, pair] of pairs) {
        // Opened twice: one copy in memory is enough, and that is the one that is wiped at the end.
        if (desk.pairs.has(id)) sodium.memzero(pair.secretKey);
        else desk.pairs.set(id, pair);
      }
      desk.usedAt = now().getTime();
      desks.set(sessionId, desk);
      return desk.pairs.size;
    },
  };
}

export type OpenDesks = ReturnType<typeof makeOpenDesks>;
