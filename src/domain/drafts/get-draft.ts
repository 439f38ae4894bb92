import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Draft } from './draft.ts';
import { mayDraft, type DraftNeeds } from './needs.ts';

/** A draft, the discarded included: only for who may write it. */
export const makeGetDraft =
  ({ drafts }: Pick<DraftNeeds, 'drafts'>) =>
  async (actor: Actor, id: string): Promise<Result<Draft, 'forbidden' | 'gone'>> => {
    const draft = await drafts.get(id);
    if (draft === undefined) return refused('gone');
    return mayDraft(actor, draft) ? ok(draft) : refused('forbidden');
  };
