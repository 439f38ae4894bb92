import type { Cell, SignalOffer, SignalState } from '../../../domain/signals/index.ts';
import type { FormState } from '../../forms/form-state.ts';
import { isMessageKey, type Translate } from '../../translate.ts';

/** What the form sends, in its order. */
export const signalFieldNames = ['buurt', 'kind', 'text', 'theme', 'place', 'knownPlace', 'cell'] as const;

/** The cells column by column, for a list as long as that of a street atlas. */
export function cellGroups(cells: readonly Cell[]): { letters: string; cells: readonly Cell[] }[] {
  const columns = Map.groupBy(cells, ({ label }) => label.replace(/\d+$/, ''));
  return [...columns].map(([letters, members]) => ({ letters, cells: members }));
}

/** The name of a kind of signal, also where it comes from a released count. */
export function kindName(kind: string, t: Translate): string {
  const key = `signals.kind.${kind}`;
  return isMessageKey(key) ? t(key) : kind;
}

/** Which cell a checked form means: what the check page colours. Null: none. */
function cellOf({ places, cells }: SignalOffer, state: FormState): string | null {
  const way = state.value('place');
  const known = places.find(({ name }) => name === state.value('knownPlace'))?.cell;
  const chosen = cells.find(({ id }) => id === state.value('cell'))?.id;
  if (way === 'none') return null;
  if (way === 'known') return known ?? null;
  return (way === 'cell' ? chosen : (known ?? chosen)) ?? null;
}

/** What the check page says of a form that is right. */
export function checkView(offer: SignalOffer, state: FormState, t: Translate) {
  const cell = cellOf(offer, state);
  const label = offer.cells.find(({ id }) => id === cell)?.label ?? '';
  const theme = offer.themes.find(({ slug }) => slug === state.value('theme'))?.title;
  return {
    kind: kindName(state.value('kind'), t),
    text: state.value('text').trim(),
    theme: theme ?? t('signals.check.noTheme'),
    cell,
    label,
    place: placeWords({ cell, label, known: state.value('place') === 'cell' ? '' : state.value('knownPlace') }, t),
  };
}

function placeWords(
  { cell, label, known }: { cell: string | null; label: string; known: string },
  t: Translate,
): string {
  if (cell === null) return t('signals.check.noPlace');
  const square = label === '' ? t('signals.desk.cellGone') : t('signals.cell.name', { label });
  return known === '' ? square : t('signals.desk.near', { cell: square, places: known });
}

/** The queues of the desk, as they are called in the address. */
export const QUEUES = { new: 'nieuw', accepted: 'aangenomen', refused: 'afgewezen' } as const satisfies Record<
  SignalState,
  string
>;

/** The queue that an address asks for; the new ones when it asks for none that we know. */
export function queueOf(asked: string | null): SignalState {
  if (asked === QUEUES.accepted) return 'accepted';
  return asked === QUEUES.refused ? 'refused' : 'new';
}

export type SignalStep = 'form' | 'check' | 'sent';

interface Answer {
  readonly data?: unknown;
  readonly error?: { readonly code: string } | undefined;
}

/**
 * Which step the page shows. A form that is right but could not be stored stays on the check page: it only has to be sent
 * again. A form with a mistake goes back to its fields.
 */
export function signalStep({ checked, sent }: { checked: Answer | undefined; sent: Answer | undefined }): SignalStep {
  if (sent?.data !== undefined) return 'sent';
  if (sent?.error?.code === 'CONFLICT' || sent?.error?.code === 'SERVICE_UNAVAILABLE') return 'check';
  return checked?.data === undefined ? 'form' : 'check';
}

/** The heading of the step. */
export function signalTitle(step: SignalStep, t: Translate): string {
  if (step === 'sent') return t('signals.thanks.title');
  return step === 'check' ? t('signals.check.title') : t('signals.title');
}
