import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Draft } from './draft.ts';
import { findSubject, type Subject } from './find-subject.ts';
import { findSurroundings } from './find-surroundings.ts';
import { readDraft, type ReadDraft } from './kinds/index.ts';
import type { Surroundings } from './kinds/kind.ts';
import { mayDraft, type DraftNeeds } from './needs.ts';
import { isOutdated } from './put-in-public.ts';

/** A draft, what it would become, and what stands in the way. */
export interface CheckedDraft extends ReadDraft {
  readonly draft: Draft;
  /** What it changes or reports on. */
  readonly subject: Subject | undefined;
  readonly surroundings: Surroundings;
  /** Somebody else published a newer version of the subject: first compare (`rebase`). */
  readonly outdated: boolean;
}

/** Reads a draft as it would be published. Asks who may, so that a preview is never a way in. */
export const makeCheckDraft =
  (needs: DraftNeeds) =>
  async (actor: Actor, id: string): Promise<Result<CheckedDraft, 'forbidden' | 'gone'>> => {
    const draft = await needs.drafts.get(id);
    if (draft === undefined) return refused('gone');
    if (!mayDraft(actor, draft)) return refused('forbidden');
    return ok(await checkDraft(draft, needs));
  };

/** The same for a draft that is in hand already; also for one that is not stored yet. */
export async function checkDraft(draft: Draft, needs: DraftNeeds): Promise<CheckedDraft> {
  const [surroundings, subject] = await Promise.all([
    findSurroundings(draft, needs),
    findSubject(draft, needs.published),
  ]);
  const read = readDraft(draft, surroundings);
  return { ...read, draft, subject, surroundings, outdated: await isOutdated({ draft, read }, needs) };
}
