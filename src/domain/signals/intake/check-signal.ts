import type { Buurt } from '../../buurten/index.ts';
import type { Theme } from '../../themes/index.ts';
import { holdsReceipt, signalText, type TextMistake } from '../plain/index.ts';
import { SIGNAL_KINDS, type Channel, type SignalContent, type SignalKind } from '../signal.ts';
import type { OfferSignal, SignalOffer } from './offer-signal.ts';

/** What somebody fills in, after the place was made coarse: of the place only a cell is left, or nothing. */
export interface SignalForm {
  /** Slug. */
  readonly buurt: string;
  readonly kind: string;
  /** May be empty only where there are answers. */
  readonly text: string;
  /** Slug of a theme of the buurt; empty for none. */
  readonly theme: string;
  readonly cell: string | null;
  /** As `photos.prepare` made it, never as it was uploaded. */
  readonly photo: Uint8Array | null;
  readonly channel: Channel;
  /** As the gate gave it; `fast` for paper and street. */
  readonly lane: SignalContent['lane'];
  /** Of an interview or a paper form; those without an answer are left out. */
  readonly answers: SignalContent['answers'];
}

/** A signal that is right: what the check page shows and what `send` stores. */
export interface CheckedSignal {
  readonly buurt: Buurt;
  readonly kind: SignalKind;
  readonly text: string;
  readonly theme: Pick<Theme, 'id' | 'slug' | 'title'> | null;
  readonly cell: string | null;
  readonly photo: Uint8Array | null;
  readonly channel: Channel;
  readonly lane: SignalContent['lane'];
  readonly answers: SignalContent['answers'];
}

/** `receipt`: a receipt code stands in it, which would give whoever reads it the way to a signal. */
export interface SignalMistake {
  readonly field: 'buurt' | 'kind' | 'text' | 'theme' | 'cell' | 'answers';
  readonly reason: TextMistake | 'missing' | 'unknown' | 'receipt';
}

export type CheckOutcome =
  | { readonly ok: true; readonly value: CheckedSignal }
  | { readonly ok: false; readonly reason: 'mistakes'; readonly mistakes: readonly SignalMistake[] };

/** No list of questions is longer. */
const MOST_ANSWERS = 50;

/** Looks whether a signal can be sent as it is. Stores nothing. Every mistake is named at once, in the order of the form. */
export const makeCheckSignal =
  (offerSignal: OfferSignal) =>
  async (form: SignalForm): Promise<CheckOutcome> => {
    const offer = await offerSignal(form.buurt);
    return offer ? checkAgainst(offer, form) : wrong([{ field: 'buurt', reason: 'unknown' }]);
  };

export type CheckSignal = ReturnType<typeof makeCheckSignal>;

const wrong = (mistakes: readonly SignalMistake[]): CheckOutcome => ({ ok: false, reason: 'mistakes', mistakes });

type Checked<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: SignalMistake['reason'] };

function checkText(typed: string): Checked<string> {
  const text = signalText(typed);
  return text.ok && holdsReceipt(text.value) ? { ok: false, reason: 'receipt' } : text;
}

function checkAnswers(answers: SignalForm['answers']): Checked<SignalForm['answers']> {
  if (answers.length > MOST_ANSWERS) return { ok: false, reason: 'too-long' };
  const checked: { question: string; answer: string }[] = [];
  for (const { question, answer } of answers) {
    const [asked, said] = [checkText(question), checkText(answer)];
    if (!said.ok && said.reason === 'empty') continue;
    if (!said.ok) return said;
    if (!asked.ok) return asked;
    checked.push({ question: asked.value, answer: said.value });
  }
  return { ok: true, value: checked };
}

/** With answers the text may be empty: then they are the signal. */
function checkWords({ text, answers }: SignalForm) {
  const given = checkAnswers(answers);
  const written = checkText(text);
  const enough = !written.ok && written.reason === 'empty' && given.ok && given.value.length > 0;
  return { given, written: enough ? ({ ok: true, value: '' } as const) : written };
}

function checkAgainst({ buurt, themes, cells, places }: SignalOffer, form: SignalForm): CheckOutcome {
  const kind = SIGNAL_KINDS.find((known) => known === form.kind);
  const { written, given } = checkWords(form);
  const theme = form.theme === '' ? null : themes.find(({ slug }) => slug === form.theme);
  const { cell, photo, channel, lane } = form;
  const inBuurt =
    cell === null || [...cells, ...places.map((place) => ({ id: place.cell }))].some(({ id }) => id === cell);

  const mistakes: SignalMistake[] = [];
  if (!kind) mistakes.push({ field: 'kind', reason: form.kind === '' ? 'missing' : 'unknown' });
  if (!written.ok) mistakes.push({ field: 'text', reason: written.reason });
  if (!given.ok) mistakes.push({ field: 'answers', reason: given.reason });
  if (theme === undefined) mistakes.push({ field: 'theme', reason: 'unknown' });
  if (!inBuurt) mistakes.push({ field: 'cell', reason: 'unknown' });
  if (!kind || !written.ok || !given.ok || theme === undefined || !inBuurt) return wrong(mistakes);
  return {
    ok: true,
    value: { buurt, kind, text: written.value, theme, cell, photo, channel, lane, answers: given.value },
  };
}
