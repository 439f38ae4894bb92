import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Draft } from './draft.ts';
import { findSubject } from './find-subject.ts';
import { mayDraft, nameOf, type DraftNeeds } from './needs.ts';

/**
 * Lets a draft go on from the version that is published now, when somebody else was first. The fields stay as they were typed;
 * the person saw both and decides.
 */
export const makeRebaseDraft =
  (needs: DraftNeeds) =>
  async (actor: Actor, id: string, revision: number): Promise<Result<Draft, 'forbidden' | 'gone' | 'stale'>> => {
    const stored = await needs.drafts.get(id);
    if (stored === undefined || stored.discardedAt !== null) return refused('gone');
    if (!mayDraft(actor, stored)) return refused('forbidden');
    if (stored.revision !== revision) return refused('stale');
    const subject = await findSubject({ ...stored, subjectId: stored.subjectId ?? stored.id }, needs.published);
    // Nothing of this kind is published yet that could be changed.
    if (subject?.text == null) return ok(stored);
    const draft: Draft = {
      ...stored,
      subjectId: subject.id,
      baseVersion: subject.version,
      revision: revision + 1,
      changedAt: needs.now(),
      changedBy: nameOf(actor),
    };
    return (await needs.drafts.save(draft)) === 'saved' ? ok(draft) : refused('stale');
  };
