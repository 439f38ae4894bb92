import { refused, weekOf, type NewId, type Now } from '../../kernel/index.ts';
import { hashReceipt, receiptLookup, receiptOf, senderKeyOf } from '../dialogue/receipt.ts';
import { sealContent, sealPhoto } from '../sealing/content.ts';
import type { KeyStore, SealingKey } from '../sealing/key.ts';
import type { CheckedSignal, CheckOutcome, CheckSignal, SignalForm } from './check-signal.ts';
import type { IntakeStore, SealedSignal } from './sealed-signal.ts';
import { spentHash } from './spent-form.ts';

export interface SendNeeds {
  readonly intakeStore: IntakeStore;
  readonly keyStore: Pick<KeyStore, 'active'>;
  readonly newId: NewId;
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

/** `closed`: the desk has no key to seal to · `spent`: this form was used, and its signal is not there (any more). */
export type SendOutcome =
  | { readonly ok: true; readonly value: Received }
  | Extract<CheckOutcome, { ok: false }>
  | { readonly ok: false; readonly reason: 'closed' | 'spent' };

/** Checks again, seals, and stores. Answers only after the durable commit. Sending the same form twice stores it once. */
export const makeSendSignal =
  (needs: SendNeeds, check: CheckSignal) =>
  async (form: SignalForm, once: string): Promise<SendOutcome> => {
    const checked = await check(form);
    if (!checked.ok) return checked;
    const key = await needs.keyStore.active();
    if (key === undefined) return refused('closed');
    const signal = checked.value;
    const receipt = receiptOf(once, needs.secretKey);
    const sealed = await sealSignal(signal, { key, receipt, needs });
    const outcome = await add(needs.intakeStore, sealed, spentHash(once, needs.secretKey));
    if (outcome === 'spent') return refused('spent');
    return { ok: true, value: { receipt, already: outcome === 'known', signal } };
  };

interface SealedWith {
  readonly key: SealingKey;
  readonly receipt: string;
  readonly needs: Pick<SendNeeds, 'newId' | 'now' | 'secretKey'>;
}

/** From here on nobody but the desk can read it. */
async function sealSignal(
  { buurt, kind, theme, cell, photo, ...content }: CheckedSignal,
  { key, receipt, needs }: SealedWith,
): Promise<SealedSignal> {
  const { text, channel, lane, answers } = content;
  return {
    id: needs.newId(),
    buurtId: buurt.id,
    kind,
    themeId: theme?.id ?? null,
    cell,
    // The week, never the day or hour: a time could be matched with who was seen where.
    week: weekOf(needs.now()),
    state: 'new',
    sealed: sealContent({ text, channel, lane, answers, redacted: false }, key),
    keyId: key.id,
    senderKey: senderKeyOf(receipt).publicKey,
    receiptHash: await hashReceipt(receipt),
    receiptLookup: receiptLookup(receipt, needs.secretKey),
    photo: photo === null ? null : sealPhoto(photo, key),
  };
}

/** A database's error repeats what it was asked to store: nothing of it may reach a log. Only its code goes on, for who minds the log. */
async function add(store: IntakeStore, signal: SealedSignal, formHash: string) {
  try {
    return await store.add(signal, formHash);
  } catch (error) {
    const code = codeOf(error);
    throw Object.assign(new Error(`A signal could not be stored (${code})`), { code });
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no code';
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause);
}
