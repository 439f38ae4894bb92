import { makeCheckSignal, type CheckOutcome, type SignalForm } from './check-signal.ts';
import { makeOfferSignal, type OfferNeeds, type SignalOffer } from './offer-signal.ts';
import { makeSendSignal, type SendNeeds, type SendOutcome } from './send-signal.ts';

export type { CheckedSignal, CheckOutcome, SignalForm, SignalMistake } from './check-signal.ts';
export type { SignalOffer } from './offer-signal.ts';
export type { IntakeStore, SealedSignal } from './sealed-signal.ts';
export type { Received, SendOutcome } from './send-signal.ts';

/** The one door through which signals come in: from the web, from paper, from the street. */
export interface IntakeUses {
  /** What can be chosen in a signal about this buurt; undefined when no such buurt takes part. */
  offer(buurtSlug: string): Promise<SignalOffer | undefined>;
  /** Looks whether it can be sent as it is. Stores nothing. */
  check(form: SignalForm): Promise<CheckOutcome>;
  /**
   * Checks again, seals and stores; answers only after the durable commit. `once`: at least 22 random characters that stay with
   * this form however often it is sent: the token of the gate's pass, or what an interview was given on the device. The caller
   * has asked the gate (web) or the permission (paper, street) first. The same `once` twice stores once and gives the same
   * receipt twice. Refused: `mistakes`, `spent`, `closed` (no desk key). When the database fails it throws, with nothing of the
   * signal in the error and nothing stored.
   */
  send(form: SignalForm, once: string): Promise<SendOutcome>;
}

export type IntakeNeeds = OfferNeeds & SendNeeds;

export function makeIntakeUses(needs: IntakeNeeds): IntakeUses {
  const offer = makeOfferSignal(needs);
  const check = makeCheckSignal(offer);
  return { offer, check, send: makeSendSignal(needs, check) };
}
