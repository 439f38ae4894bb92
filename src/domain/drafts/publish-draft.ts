import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import { checkDraft } from './check-draft.ts';
import type { Draft } from './draft.ts';
import { picturesOf } from './keep-pictures.ts';
import { mayDraft, objectOf, titleOf, type DraftNeeds } from './needs.ts';
import { putInPublic, type PublishedText } from './put-in-public.ts';

export type PublishRefusal = 'forbidden' | 'gone' | 'stale' | 'incomplete' | 'outdated';

/**
 * The door from the professionals realm to the published one: what an organiser saw in the preview becomes what residents read.
 *
 * First the text, then the audit line, then the draft goes. After a crash in between it can be done again and changes nothing:
 * a text is never public twice. Refused are a draft that somebody saved since the preview (`stale`), one with something
 * still to mend (`incomplete`), and one whose subject somebody else published (`outdated`).
 */
export const makePublishDraft =
  (needs: DraftNeeds) =>
  async (actor: Actor, id: string, revision: number): Promise<Result<PublishedText, PublishRefusal>> => {
    const draft = await needs.drafts.get(id);
    if (draft === undefined || draft.discardedAt !== null) return refused('gone');
    const record = (result: 'done' | 'refused', note: string) =>
      needs.record({ actor, action: 'draft.publish', object: objectOf(draft), buurtId: draft.buurtId, result, note });
    if (!mayDraft(actor, draft)) {
      await record('refused', '');
      return refused('forbidden');
    }
    if (draft.revision !== revision) return refused('stale');
    const read = await checkDraft(draft, needs);
    if (read.outdated) return refused('outdated');
    if (read.problems.length > 0) return refused('incomplete');
    const published = await putInPublic({ draft, read }, needs);
    if (published === 'outdated') return refused('outdated');
    await record('done', `${titleOf(draft)} (${published.version})`.trim());
    for (const other of published.also) {
      const about = { object: `meeting:${other}`, buurtId: draft.buurtId, note: `${titleOf(draft)} (1)` };
      await needs.record({ actor, action: 'draft.publish', ...about });
    }
    await clearUp(draft, needs);
    return ok(published);
  };

async function clearUp(draft: Draft, { drafts, draftPictures }: DraftNeeds): Promise<void> {
  await drafts.remove(draft.id);
  await draftPictures.remove(picturesOf(draft.fields));
}
