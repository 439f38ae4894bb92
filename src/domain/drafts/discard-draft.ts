import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Draft } from './draft.ts';
import { mayDraft, nameOf, objectOf, titleOf, type DraftNeeds } from './needs.ts';

/**
 * Throws a draft away (`discard`), or puts it back (`restore`), for 30 days. Doing it twice changes nothing.
 * What was typed stays as it was.
 */
export const makeSetDiscarded =
  (needs: DraftNeeds, action: 'discard' | 'restore') =>
  async (actor: Actor, id: string): Promise<Result<Draft, 'forbidden' | 'gone' | 'stale'>> => {
    const stored = await needs.drafts.get(id);
    if (stored === undefined) return refused('gone');
    if (!mayDraft(actor, stored)) return refused('forbidden');
    if ((stored.discardedAt !== null) === (action === 'discard')) return ok(stored);
    const draft: Draft = {
      ...stored,
      revision: stored.revision + 1,
      changedAt: needs.now(),
      changedBy: nameOf(actor),
      discardedAt: action === 'discard' ? needs.now() : null,
    };
    if ((await needs.drafts.save(draft)) === 'stale') return refused('stale');
    await needs.record({
      actor,
      action: `draft.${action}`,
      object: objectOf(draft),
      buurtId: draft.buurtId,
      result: 'done',
      note: titleOf(draft),
    });
    return ok(draft);
  };
