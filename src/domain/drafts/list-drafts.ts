import { ok, refused, mayEdit, type Actor, type Result } from '../kernel/index.ts';
import type { Draft } from './draft.ts';
import { picturesOf } from './keep-pictures.ts';
import { mayDraft, type DraftNeeds } from './needs.ts';

/** How long a discarded draft can be put back, in milliseconds: 30 days. */
export const KEEP_DISCARDED = 30 * 24 * 60 * 60 * 1000;

export interface DraftList {
  /** Last changed first. */
  readonly open: readonly Draft[];
  /** Those that can still be put back. */
  readonly discarded: readonly Draft[];
}

/** The drafts of a buurt that this person may write. What was discarded too long ago goes for good on the way. */
export const makeListDrafts =
  ({ drafts, draftPictures, now }: DraftNeeds) =>
  async (actor: Actor, buurtId: string): Promise<Result<DraftList, 'forbidden'>> => {
    if (!mayEdit(actor, buurtId)) return refused('forbidden');
    const oldest = now().getTime() - KEEP_DISCARDED;
    const isOver = ({ discardedAt }: Draft) => discardedAt !== null && discardedAt.getTime() < oldest;
    const all = await drafts.list(buurtId);
    for (const draft of all.filter(isOver)) {
      await drafts.remove(draft.id);
      await draftPictures.remove(picturesOf(draft.fields));
    }
    const mine = all.filter((draft) => !isOver(draft) && mayDraft(actor, draft));
    return ok({
      open: mine.filter(({ discardedAt }) => discardedAt === null),
      discarded: mine.filter(({ discardedAt }) => discardedAt !== null),
    });
  };
