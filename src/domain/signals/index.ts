/**
 * Anonymous signals: what a resident may send, what comes of it, and what the signal desk may do with it. Each part has its own
 * folder; `uses.ts` in it says what the rest of the portal may ask.
 */
import { makeDeskUses, type DeskNeeds, type DeskUses } from './desk/uses.ts';
import { makeDialogueUses, type DialogueNeeds, type DialogueUses } from './dialogue/uses.ts';
import { makeForgetUses, type ForgetNeeds, type ForgetUses } from './forget/uses.ts';
import { makeGateUses, type GateNeeds, type GateUses } from './gate/uses.ts';
import { makeIntakeUses, type IntakeNeeds, type IntakeUses } from './intake/uses.ts';
import { makeInterviewUses, type InterviewNeeds, type InterviewUses } from './interviews/uses.ts';
import { makeReleaseUses, type ReleaseNeeds, type ReleaseUses } from './release/uses.ts';
import { makePhotoUses, type PhotoNeeds, type PhotoUses } from './photo/index.ts';
import { makeKeyUses, type KeyNeeds, type KeyUses } from './sealing/uses.ts';

export * from './desk/uses.ts';
export * from './dialogue/uses.ts';
export * from './forget/uses.ts';
export * from './gate/uses.ts';
export * from './intake/uses.ts';
export * from './interviews/uses.ts';
export * from './photo/index.ts';
export * from './place/index.ts';
export * from './plain/index.ts';
export * from './release/uses.ts';
export * from './sealing/uses.ts';
export * from './signal.ts';

export interface Signals {
  /** Photos made safe, and kept by the sender until they are sent. */
  readonly photos: PhotoUses;
  /** Form and check page; storing. */
  readonly intake: IntakeUses;
  /** Whether the form is open, and what keeps floods out without knowing who comes. */
  readonly gate: GateUses;
  /** The keys of the desk: making them, opening them for a session. */
  readonly keys: KeyUses;
  /** With the receipt code: follow, reply, withdraw. */
  readonly dialogue: DialogueUses;
  readonly desk: DeskUses;
  readonly releases: ReleaseUses;
  /** Paper, street, question lists. */
  readonly interviews: InterviewUses;
  readonly forgetting: ForgetUses;
}

export type SignalsNeeds = DeskNeeds &
  DialogueNeeds &
  ForgetNeeds &
  GateNeeds &
  IntakeNeeds &
  InterviewNeeds &
  PhotoNeeds &
  ReleaseNeeds &
  KeyNeeds;

export const makeSignals = (needs: SignalsNeeds): Signals => {
  const keys = makeKeyUses(needs);
  const gate = makeGateUses(needs, keys);
  const intake = makeIntakeUses(needs);
  return {
    photos: makePhotoUses(needs),
    intake,
    gate,
    keys,
    dialogue: makeDialogueUses(needs, keys),
    desk: makeDeskUses(needs, keys),
    releases: makeReleaseUses(needs),
    interviews: makeInterviewUses(needs, intake),
    forgetting: makeForgetUses(needs),
  };
};
