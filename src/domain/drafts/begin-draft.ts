import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Draft, DraftKind } from './draft.ts';
import { fieldsOfSubject, findSubject, fitsSubject } from './find-subject.ts';
import { findSurroundings } from './find-surroundings.ts';
import { changesSomething, kinds } from './kinds/index.ts';
import { cleanFields } from './clean-fields.ts';
import { mayDraft, nameOf, type DraftNeeds } from './needs.ts';

export interface NewDraft {
  readonly kind: DraftKind;
  /** `NEW_BUURT` for a buurt that does not exist yet. */
  readonly buurtId: string;
  readonly subjectId: string | null;
}

/**
 * A draft to type in, not stored yet: with the fields of what it changes, or with a first proposal.
 * The first save stores it, so that looking at an empty form leaves nothing behind.
 */
export const makeBeginDraft =
  (needs: DraftNeeds) =>
  async (actor: Actor, wanted: NewDraft): Promise<Result<Draft, 'forbidden' | 'unknown'>> => {
    if (!mayDraft(actor, wanted)) return refused('forbidden');
    if (!(await fitsSubject(wanted, needs.published))) return refused('unknown');
    const subject = await findSubject(wanted, needs.published);
    const surroundings = await findSurroundings({ ...wanted, fields: {} }, needs);
    const fields =
      changesSomething(wanted) && subject ? fieldsOfSubject(subject) : kinds[wanted.kind].blank(surroundings);
    return ok({
      ...wanted,
      id: needs.newId(),
      baseVersion: changesSomething(wanted) ? (subject?.version ?? null) : null,
      fields: cleanFields(wanted.kind, fields) ?? {},
      revision: 0,
      changedAt: surroundings.now,
      changedBy: nameOf(actor),
      discardedAt: null,
    });
  };
