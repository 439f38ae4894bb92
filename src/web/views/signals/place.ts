import type { Cell, SignalOffer } from '../../../domain/signals/index.ts';
import type { FormState } from '../../forms/form-state.ts';
import { languageOfOrganisers } from '../../page-language.ts';
import type { Translate } from '../../translate.ts';

/** `200 bij 200 meter`; of a cell with a corner less: `een deel van …`. */
export function saySize({ size: { width, height, whole } }: Pick<Cell, 'size'>, t: Translate): string {
  return t(whole ? 'place.size.whole' : 'place.size.part', { width, height });
}

/** The cells column by column, for a list as long as that of a street atlas. */
export function cellGroups(cells: readonly Cell[], t: Translate) {
  const columns = Map.groupBy(cells, ({ label }) => /^[A-Z]+/.exec(label)?.[0] ?? '');
  return [...columns].map(([letters, members]) => ({
    title: t('place.cell.column', { letters }),
    options: members.map((cell) => ({
      value: cell.id,
      label: t('place.cell.option', { label: cell.label, size: saySize(cell, t) }),
    })),
  }));
}

/** The places with a name, each with what is kept of it. */
export function placeOptions({ places, cells }: SignalOffer, t: Translate) {
  const labels = new Map(cells.map(({ id, label }) => [id, label]));
  const options = places.map(({ name, cell }) => {
    const label = labels.get(cell ?? '');
    return {
      value: name,
      /** The name is most of it. */
      language: languageOfOrganisers(t),
      label: label === undefined ? t('place.known.wide', { name }) : t('place.known.option', { name, label }),
    };
  });
  return [{ value: '', label: t('place.known.choose') }, ...options];
}

/** The id of the cell that a form means; null: none. The server has already refused what it does not know. */
function cellMeant({ places, cells }: SignalOffer, state: FormState): string | null {
  const way = state.value('place');
  const known = places.find(({ name }) => name === state.value('knownPlace'))?.cell ?? null;
  const chosen = cells.find(({ id }) => id === state.value('cell'))?.id ?? null;
  if (way === 'known') return known;
  if (way === 'cell') return chosen;
  return way === '' ? (known ?? chosen) : null;
}

/** `least`: how many homes a cell holds. */
interface Words {
  readonly t: Translate;
  readonly least: number;
}

/**
 * What a checked form leaves of the place: `place` names it, `kept` says how large it is and that nothing more is kept. `cell`
 * is coloured on the map; null: there is nothing to colour.
 */
export function chosenPlace(offer: SignalOffer, state: FormState, { t, least }: Words) {
  const id = cellMeant(offer, state);
  const cell = offer.cells.find((one) => one.id === id);
  const known = ['known', ''].includes(state.value('place')) ? state.value('knownPlace') : '';
  const buurt = offer.buurt.name;
  if (!cell) {
    const nothing = state.value('place') === 'buurt' || known !== '' ? 'place.chosen.buurt' : 'place.chosen.none';
    const kept = known === '' ? t('place.kept.buurt', { buurt }) : t('place.kept.wide', { buurt, name: known });
    return { cell: null, label: '', language: undefined, place: t(nothing, { buurt }), kept };
  }
  const { label } = cell;
  return {
    cell: cell.id,
    label,
    /** Of `place`, where that is not the language of the page: a known place is mostly its name. */
    language: known === '' ? undefined : languageOfOrganisers(t),
    place: known === '' ? t('place.chosen.cell', { label }) : t('place.chosen.known', { label, name: known }),
    kept: t('place.kept.cell', { size: saySize(cell, t), n: least }),
  };
}
