import {
  mayTakeInterviews,
  ok,
  refused,
  weekOf,
  type Actor,
  type NewId,
  type Now,
  type Result,
} from '../../kernel/index.ts';
import { hashReceipt, receiptLookup, senderKeyOf } from '../dialogue/receipt.ts';
import type { IntakeStore } from '../intake/sealed-signal.ts';
import type { IntakeUses } from '../intake/uses.ts';
import type { KeyStore } from '../sealing/key.ts';
import { openEnvelope, type Envelope } from './envelope.ts';
import { spentInterview } from './portal-key.ts';

/** An interview as a phone sends it. */
export interface SentInterview {
  /** Made on the phone, at least 128 random bits: the same one twice is stored once. */
  readonly id: string;
  /** Sealed to the portal's key; see `Envelope`. */
  readonly envelope: Uint8Array;
}

/**
 * What became of one interview. `received`: it is stored for good, also when it was so before; the phone may wipe it.
 * `not-right`: it cannot be opened, or is no interview · `unknown-buurt`: the buurt takes no part any more · `unknown-key`: the
 * desk has no such key, so that nobody could ever read it. Of these nothing was stored; the phone keeps them.
 */
export interface InterviewAnswer {
  readonly id: string;
  readonly state: 'received' | 'not-right' | 'unknown-buurt' | 'unknown-key';
}

export interface ReceiveNeeds {
  readonly intakeStore: Pick<IntakeStore, 'add'>;
  readonly keyStore: Pick<KeyStore, 'list'>;
  readonly secretKey: string;
  readonly now: Now;
  readonly newId: NewId;
}

type Offer = Pick<IntakeUses, 'offer'>;

/**
 * Stores what interviewers took along in the street, each in a transaction of its own, so that one that is wrong holds up no
 * other. The text passes closed. No line in the audit log: it would tell at what time which signal came.
 */
export const makeReceiveInterviews =
  (needs: ReceiveNeeds, intake: Offer) =>
  async (
    actor: Actor,
    interviews: readonly SentInterview[],
  ): Promise<Result<readonly InterviewAnswer[], 'forbidden'>> => {
    if (!mayTakeInterviews(actor)) return refused('forbidden');
    const answers: InterviewAnswer[] = [];
    for (const interview of interviews)
      answers.push({ id: interview.id, state: await receive(needs, intake, interview) });
    return ok(answers);
  };

async function receive(
  needs: ReceiveNeeds,
  { offer }: Offer,
  { id, envelope }: SentInterview,
): Promise<InterviewAnswer['state']> {
  const opened = openEnvelope(envelope, needs.secretKey);
  if (!opened) return 'not-right';
  const keys = await needs.keyStore.list();
  if (!keys.some((key) => key.id === opened.deskKey)) return 'unknown-key';
  const choices = await offer(opened.buurt);
  if (!choices) return 'unknown-buurt';
  const isThere = choices.grid.cells.some((cell) => cell.id === opened.cell);
  await store(needs, spentInterview(id, needs.secretKey), {
    ...opened,
    buurt: choices.buurt.id,
    // Choices that went since the phone took them along: the story counts for the whole buurt, without a theme.
    theme: choices.themes.find(({ slug }) => slug === opened.theme)?.id ?? null,
    cell: isThere ? opened.cell : null,
  });
  return 'received';
}

interface Checked extends Omit<Envelope, 'theme'> {
  readonly theme: string | null;
}

/** A database's error repeats what it was asked to store: nothing of it may reach a log. */
async function store(
  { intakeStore, secretKey, newId, now }: ReceiveNeeds,
  spent: string,
  { buurt, kind, theme, cell, content, deskKey, receipt }: Checked,
): Promise<void> {
  const signal = {
    id: newId(),
    buurtId: buurt,
    kind,
    themeId: theme,
    cell,
    // Of arrival here, as of every signal: the clock of a phone may be wrong.
    week: weekOf(now()),
    state: 'new',
    sealed: content,
    keyId: deskKey,
    senderKey: senderKeyOf(receipt).publicKey,
    receiptHash: await hashReceipt(receipt),
    receiptLookup: receiptLookup(receipt, secretKey),
    photo: null,
  } as const;
  try {
    await intakeStore.add(signal, spent);
  } catch {
    throw new Error('An interview could not be stored');
  }
}
