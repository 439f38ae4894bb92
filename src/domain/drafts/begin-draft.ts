import { mayBeId, ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Draft, DraftFields, DraftKind } from './draft.ts';
import { fieldsFromAgreement, fieldsOfCopy, type AgreementAt } from './begin-from.ts';
import { cleanFields } from './clean-fields.ts';
import { fieldsOfSubject, findSubject, fitsSubject } from './find-subject.ts';
import { findSurroundings } from './find-surroundings.ts';
import { kinds } from './kinds/index.ts';
import type { Surroundings } from './kinds/kind.ts';
import { mayDraft, nameOf, type DraftNeeds } from './needs.ts';

export interface NewDraft {
  readonly kind: DraftKind;
  /** `NEW_BUURT` for a buurt that does not exist yet. */
  readonly buurtId: string;
  readonly subjectId: string | null;
}

/** With what the form of something new is filled in advance; both are of the same buurt. */
export interface WantedDraft extends NewDraft {
  /** For a new meeting: the id of an earlier one. */
  readonly copyOf?: string | undefined;
  /** For a new intervention: what was agreed at a meeting. */
  readonly fromAgreement?: AgreementAt | undefined;
}

/** `not-ended` and `called-off`: there is no report of a meeting that is still to be held, or was not. */
export type BeginRefusal = 'forbidden' | 'unknown' | 'not-ended' | 'called-off';

/** Why there can be no report of this meeting; null when there can, and for all other kinds. */
function reportRefusal({ kind }: NewDraft, { meeting, now }: Surroundings): 'not-ended' | 'called-off' | null {
  if (kind !== 'report' || meeting === undefined) return null;
  if (meeting.cancelled !== null) return 'called-off';
  return meeting.endsAt > now ? 'not-ended' : null;
}

const idsIn = ({ subjectId, copyOf, fromAgreement }: WantedDraft): string[] =>
  [subjectId, copyOf, fromAgreement?.meetingId].flatMap((given) => given ?? []);

/** What stands in the form of something new; undefined when what it should come from is not there. */
async function firstFields(wanted: WantedDraft, around: Surroundings, needs: DraftNeeds) {
  const blank: DraftFields = kinds[wanted.kind].blank(around);
  if (wanted.kind === 'meeting' && wanted.copyOf !== undefined) {
    const earlier = await needs.published.meetings.get(wanted.copyOf);
    return earlier?.buurtId === wanted.buurtId ? fieldsOfCopy(earlier, around.now) : undefined;
  }
  if (wanted.kind === 'intervention' && wanted.fromAgreement !== undefined) {
    return fieldsFromAgreement(wanted.fromAgreement, wanted.buurtId, needs.published);
  }
  return blank;
}

/**
 * A draft to type in, not stored yet: with the fields of what it changes, or with a first proposal.
 * The first save stores it, so that looking at an empty form leaves nothing behind.
 */
export const makeBeginDraft =
  (needs: DraftNeeds) =>
  async (actor: Actor, wanted: WantedDraft): Promise<Result<Draft, BeginRefusal>> => {
    if (!mayDraft(actor, wanted)) return refused('forbidden');
    if (!idsIn(wanted).every(mayBeId)) return refused('unknown');
    if (!(await fitsSubject(wanted, needs.published))) return refused('unknown');
    const { kind, buurtId, subjectId } = wanted;
    const id = needs.newId();
    const subject = await findSubject(wanted, needs.published);
    const surroundings = await findSurroundings({ id, kind, buurtId, subjectId, fields: {} }, needs);
    const refusal = reportRefusal(wanted, surroundings);
    if (refusal !== null) return refused(refusal);
    // What adds to its subject, like progress, begins as something new.
    const isChange = subject?.text != null;
    const fields = isChange ? fieldsOfSubject(subject) : await firstFields(wanted, surroundings, needs);
    if (fields === undefined) return refused('unknown');
    return ok({
      ...{ id, kind, buurtId, subjectId },
      baseVersion: isChange ? subject.version : null,
      fields: cleanFields(kind, fields) ?? {},
      revision: 0,
      changedAt: surroundings.now,
      changedBy: nameOf(actor),
      discardedAt: null,
    });
  };
