import type { Actor, Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { makeCancelSignUp, type Cancelled } from './cancel-sign-up.ts';
import { makeChangePlaces } from './change-places.ts';
import { makeExportSignUps, type ExportWords } from './export-sign-ups.ts';
import { latestOnly } from './latest-only.ts';
import { makeListSignUps, type SignUpList } from './list-sign-ups.ts';
import type { SignUpsNeeds } from './needs.ts';
import { makeOpenSignUp, type OwnSignUp } from './open-sign-up.ts';
import { openReceipt, type Receipt } from './personal-link.ts';
import { makeReconcilePlaces } from './reconcile-places.ts';
import { makeRegisterSignUp, type Registered, type Registration } from './register-sign-up.ts';

export { movesUp } from './moves-up.ts';
export { MOST_PEOPLE, signUpFields } from './sign-up-fields.ts';
export type { Cancelled } from './cancel-sign-up.ts';
export type { ExportWords } from './export-sign-ups.ts';
export type { SignUpList } from './list-sign-ups.ts';
export type { WaitingEntry } from './moves-up.ts';
export { forgetAfterOf, type LetterFacts, type SignUpsNeeds } from './needs.ts';
export type { OwnSignUp } from './open-sign-up.ts';
export type { Receipt } from './personal-link.ts';
export type { Registered, RegisterRefusal, Registration } from './register-sign-up.ts';
export type * from './sign-up.ts';

/** Signing up for a meeting, without an account. */
export interface SignUps {
  register(form: Registration): Promise<Registered>;
  /** What the page right after signing up shows; undefined when the address was made up. */
  openReceipt(meetingId: string, sealed: string): Receipt | undefined;
  open(secret: string): Promise<Result<OwnSignUp, 'unknown-link'>>;
  cancel(secret: string): Promise<Result<Cancelled, 'unknown-link' | 'meeting-past'>>;
  list(actor: Actor, meetingId: string): Promise<Result<SignUpList, 'unknown-meeting' | 'forbidden'>>;
  exportCsv(
    actor: Actor,
    meetingId: string,
    words: ExportWords,
  ): Promise<Result<string, 'unknown-meeting' | 'forbidden'>>;
  /** After an organiser published a change of a meeting. */
  changePlaces(meeting: Pick<Meeting, 'id'>): Promise<void>;
  /** By the clock; tells how many meetings it mended. */
  reconcilePlaces(): Promise<number>;
  /** By the clock: deletes what may be forgotten; tells how many. */
  forget(): Promise<number>;
}

export function makeSignUps(given: SignUpsNeeds): SignUps {
  const { meetings } = given;
  const publishPlaces = latestOnly((meetingId, list) => meetings.publishPlaces(meetingId, list));
  const needs: SignUpsNeeds = { ...given, meetings: { ...meetings, publishPlaces } };
  return {
    register: makeRegisterSignUp(needs),
    openReceipt: (meetingId, sealed) => openReceipt(needs.secretKey, meetingId, sealed),
    open: makeOpenSignUp(needs),
    cancel: makeCancelSignUp(needs),
    list: makeListSignUps(needs),
    exportCsv: makeExportSignUps(needs),
    changePlaces: makeChangePlaces(needs),
    reconcilePlaces: makeReconcilePlaces(needs),
    forget: () => needs.signUps.forget(needs.now()),
  };
}
