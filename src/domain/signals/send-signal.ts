import { weekOf, type Now } from '../kernel/index.ts';
import { makeCheckSignal, type CheckedSignal, type CheckOutcome, type SignalForm } from './check-signal.ts';
import { isFreshFormToken, signalIdOf } from './form-token.ts';
import type { OfferNeeds } from './offer-signal.ts';
import { hashReceipt, receiptLookup, receiptOf } from './receipt.ts';
import type { NewSignal, SignalStore } from './signal.ts';

export interface SendNeeds extends OfferNeeds {
  readonly store: Pick<SignalStore, 'add'>;
  readonly now: Now;
  readonly secretKey: string;
}

export interface Received {
  /** Shown once, and nowhere stored: with it the sender can later see what became of the signal. */
  readonly receipt: string;
  /** This form had been received before; it is stored once. */
  readonly already: boolean;
  readonly signal: CheckedSignal;
}

export type SendOutcome =
  | { readonly ok: true; readonly value: Received }
  | Extract<CheckOutcome, { ok: false }>
  /** The form was not made by us, or more than a day ago. */
  | { readonly ok: false; readonly reason: 'stale-form' };

/** Checks again, and stores. Answers only after the durable commit. Sending the same form twice stores it once. */
export const makeSendSignal = (needs: SendNeeds) => {
  const check = makeCheckSignal(needs);
  return async (form: SignalForm, token: string): Promise<SendOutcome> => {
    const checked = await check(form);
    if (!checked.ok) return checked;
    if (!isFreshFormToken(token, needs)) return { ok: false, reason: 'stale-form' };
    const signal = checked.value;
    const receipt = receiptOf(token, needs.secretKey);
    const outcome = await add(needs.store, {
      id: signalIdOf(token),
      buurtId: signal.buurt.id,
      kind: signal.kind,
      text: signal.text,
      themeId: signal.theme?.id ?? null,
      cell: signal.cell,
      // The week, never the day or hour: a time could be matched with who was seen where.
      week: weekOf(needs.now()),
      state: 'new',
      receiptHash: await hashReceipt(receipt),
      receiptLookup: receiptLookup(receipt, needs.secretKey),
    });
    return { ok: true, value: { receipt, already: outcome === 'known', signal } };
  };
};

/** A database's error repeats what it was asked to store: nothing of it may reach a log. Only its code goes on. */
async function add(store: SendNeeds['store'], signal: NewSignal): Promise<'added' | 'known'> {
  try {
    return await store.add(signal);
  } catch (error) {
    throw new Error(`A signal could not be stored (${codeOf(error)})`);
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no code';
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause);
}
