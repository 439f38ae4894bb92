import { DAY_MS, mayEdit, ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Draft } from './draft.ts';
import { picturesOf } from './keep-pictures.ts';
import { mayDraft, type DraftNeeds } from './needs.ts';

/** How many days a discarded draft can be put back. */
export const KEEP_DISCARDED_DAYS = 30;

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
    const oldest = now().getTime() - KEEP_DISCARDED_DAYS * DAY_MS;
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
