import { makeSetOnlineLink } from './set-online-link.ts';
import type { SignUps } from './sign-ups.ts';
import { makeActFor } from './act-for.ts';
import { makeAddWalkIns } from './add-walk-ins.ts';
import { makeAttendance } from './attendance.ts';
import { makeCancelSignUp } from './cancel-sign-up.ts';
import { makeChangePeople } from './change-people.ts';
import { makeChangePlaces } from './change-places.ts';
import { makeConfirmSignUp } from './confirm-sign-up.ts';
import { makeEnterSignUp } from './enter-sign-up.ts';
import { makeExportSignUps } from './export-sign-ups.ts';
import { makeForgetMe } from './forget-me.ts';
import { latestOnly } from './latest-only.ts';
import { makeListSignUps } from './list-sign-ups.ts';
import { makeMarkArrivals } from './mark-arrivals.ts';
import type { SignUpsNeeds } from './needs.ts';
import { makeOpenSignUp } from './open-sign-up.ts';
import { openReceipt } from './personal-link.ts';
import { makeReconcilePlaces } from './reconcile-places.ts';
import { makeSendNews } from './send-news.ts';
import { makeSettleLists } from './settle-lists.ts';
import { makeStopReport } from './stop-report.ts';
import { makeWantReport } from './want-report.ts';
import { makeRegisterSignUp } from './register-sign-up.ts';

export { answerBy, answerByAfter, type Patience } from './answer-by.ts';
export { doorHours, isDoorOpen } from './door-open.ts';
export { MOST_ARRIVED, MOST_MARKS } from './mark-arrivals.ts';
export { movesUp } from './moves-up.ts';
export { arrivesAs, hasPlace, roomFor } from './room.ts';
export { entryFields, MOST_PEOPLE, signUpFields } from './sign-up-fields.ts';
export type { ExportWords } from './export-sign-ups.ts';
export type { SignUpList } from './list-sign-ups.ts';
export type { WaitingEntry } from './moves-up.ts';
export { forgetAfterOf, type LetterFacts, type SignUpsNeeds } from './needs.ts';
export type { OwnSignUp } from './open-sign-up.ts';
export type { Receipt } from './personal-link.ts';
export type { Registered, RegisterRefusal, Registration } from './register-sign-up.ts';
export { yesTo } from './yes.ts';
export { OldNews, ORIGINS } from './sign-up.ts';
export type * from './sign-up-store.ts';
export type * from './sign-up.ts';
export type * from './sign-ups.ts';

export function makeSignUps(given: SignUpsNeeds): SignUps {
  const { meetings } = given;
  const publishPlaces = latestOnly((meetingId, list) => meetings.publishPlaces(meetingId, list));
  const needs: SignUpsNeeds = { ...given, meetings: { ...meetings, publishPlaces } };
  return {
    register: makeRegisterSignUp(needs),
    openReceipt: (meetingId, sealed) => openReceipt(needs.secretKey, meetingId, sealed),
    open: makeOpenSignUp(needs),
    confirm: makeConfirmSignUp(needs),
    cancel: makeCancelSignUp(needs),
    changePeople: makeChangePeople(needs),
    forgetMe: makeForgetMe(needs),
    enter: makeEnterSignUp(needs),
    actFor: makeActFor(needs),
    settle: makeSettleLists(needs),
    wantReport: makeWantReport(needs),
    stopReport: makeStopReport(needs),
    sendNews: makeSendNews(needs),
    list: makeListSignUps(needs),
    exportCsv: makeExportSignUps(needs),
    setOnlineLink: makeSetOnlineLink(needs),
    markArrivals: makeMarkArrivals(needs),
    addWalkIns: makeAddWalkIns(needs),
    attendance: makeAttendance(needs),
    changePlaces: makeChangePlaces(needs),
    reconcilePlaces: makeReconcilePlaces(needs),
    forget: () => needs.signUps.forget(needs.now()),
  };
}
