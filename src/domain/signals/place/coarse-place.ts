import { ok, refused } from '../../kernel/index.ts';
import type { Cell } from './grid.ts';

/** What was filled in about the place; empty where nothing was. */
export interface PlaceChoice {
  /** How it is pointed at: `none`, the whole `buurt`, `known` (a name from the list) or `cell` (on the map). */
  readonly place: string;
  readonly knownPlace: string;
  readonly cell: string;
}

/** What there is to choose from. */
export interface PlaceChoices {
  readonly cells: readonly Pick<Cell, 'id'>[];
  /** Places with a name, already made coarse; `cell` null: too few homes there, so the buurt is the place. */
  readonly places: readonly { readonly name: string; readonly cell: string | null }[];
}

export interface PlaceMistake {
  readonly field: keyof PlaceChoice;
  readonly reason: 'unknown' | 'missing' | 'two';
}

/** All that is left of a place: its cell, or nothing. */
type Coarse =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly reason: 'mistake'; readonly mistake: PlaceMistake };

const mistake = (field: PlaceMistake['field'], reason: PlaceMistake['reason']): Coarse => ({
  ...refused('mistake'),
  mistake: { field, reason },
});

/** Without a chosen way, what was filled in tells the way. */
function wayOf({ place, knownPlace, cell }: PlaceChoice): string {
  if (place !== '') return place;
  if (knownPlace !== '' && cell !== '') return 'two';
  if (knownPlace !== '') return 'known';
  return cell === '' ? 'none' : 'cell';
}

/** Makes a place coarse: the first thing that happens to it. What was filled in under another way does not count. */
export function coarsePlace({ cells, places }: PlaceChoices, choice: PlaceChoice): Coarse {
  switch (wayOf(choice)) {
    case 'none':
    case 'buurt':
      return ok(null);
    case 'two':
      return mistake('place', 'two');
    case 'known': {
      if (choice.knownPlace === '') return mistake('knownPlace', 'missing');
      const known = places.find(({ name }) => name === choice.knownPlace);
      return known ? ok(known.cell) : mistake('knownPlace', 'unknown');
    }
    case 'cell':
      if (choice.cell === '') return mistake('cell', 'missing');
      return cells.some(({ id }) => id === choice.cell) ? ok(choice.cell) : mistake('cell', 'unknown');
    default:
      return mistake('place', 'unknown');
  }
}
