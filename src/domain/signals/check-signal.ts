import type { Buurt } from '../buurten/index.ts';
import type { Theme } from '../themes/index.ts';
import { makeOfferSignal, type OfferNeeds, type SignalOffer } from './offer-signal.ts';
import { SIGNAL_KINDS, type SignalKind } from './signal.ts';
import { signalText, type TextMistake } from './signal-text.ts';

/** What a resident fills in, after the place was made coarse: of the place only a cell is left, or nothing. */
export interface SignalForm {
  /** Slug. */
  readonly buurt: string;
  readonly kind: string;
  readonly text: string;
  /** Slug of a theme of the buurt; empty for none. */
  readonly theme: string;
  readonly cell: string | null;
}

/** A signal that is right: what the check page shows and what `send` stores. */
export interface CheckedSignal {
  readonly buurt: Buurt;
  readonly kind: SignalKind;
  readonly text: string;
  readonly theme: Pick<Theme, 'id' | 'slug' | 'title'> | null;
  readonly cell: string | null;
}

export interface SignalMistake {
  readonly field: 'buurt' | 'kind' | 'text' | 'theme' | 'cell';
  readonly reason: TextMistake | 'missing' | 'unknown';
}

export type CheckOutcome =
  | { readonly ok: true; readonly value: CheckedSignal }
  | { readonly ok: false; readonly reason: 'mistakes'; readonly mistakes: readonly SignalMistake[] };

/** Looks whether a signal can be sent as it is. Stores nothing. Every mistake is named at once, in the order of the form. */
export const makeCheckSignal = (needs: OfferNeeds) => {
  const offerSignal = makeOfferSignal(needs);
  return async (form: SignalForm): Promise<CheckOutcome> => {
    const offer = await offerSignal(form.buurt);
    return offer ? checkAgainst(offer, form) : wrong([{ field: 'buurt', reason: 'unknown' }]);
  };
};

const wrong = (mistakes: readonly SignalMistake[]): CheckOutcome => ({ ok: false, reason: 'mistakes', mistakes });

function checkAgainst({ buurt, themes, cells, places }: SignalOffer, form: SignalForm): CheckOutcome {
  const kind = SIGNAL_KINDS.find((known) => known === form.kind);
  const text = signalText(form.text);
  const theme = form.theme === '' ? null : themes.find(({ slug }) => slug === form.theme);
  const inBuurt =
    form.cell === null || [...cells.map(({ id }) => id), ...places.map(({ cell }) => cell)].includes(form.cell);

  const mistakes: SignalMistake[] = [];
  if (!kind) mistakes.push({ field: 'kind', reason: form.kind === '' ? 'missing' : 'unknown' });
  if (!text.ok) mistakes.push({ field: 'text', reason: text.reason });
  if (theme === undefined) mistakes.push({ field: 'theme', reason: 'unknown' });
  if (!inBuurt) mistakes.push({ field: 'cell', reason: 'unknown' });
  if (!kind || !text.ok || theme === undefined || !inBuurt) return wrong(mistakes);
  return { ok: true, value: { buurt, kind, text: text.value, theme, cell: form.cell } };
}
