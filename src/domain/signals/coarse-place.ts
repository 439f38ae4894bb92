import { ok, refused } from '../kernel/index.ts';
import type { SignalOffer } from './offer-signal.ts';

/** What was filled in about the place; empty where nothing was. */
export interface PlaceChoice {
  /** How it is pointed at: `none` (or the whole buurt), `known` (a name from the list) or `cell` (of the grid). */
  readonly place: string;
  readonly knownPlace: string;
  readonly cell: string;
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
export function coarsePlace(offer: Pick<SignalOffer, 'places' | 'cells'>, choice: PlaceChoice): Coarse {
  switch (wayOf(choice)) {
    case 'none':
      return ok(null);
    case 'two':
      return mistake('place', 'two');
    case 'known': {
      if (choice.knownPlace === '') return mistake('knownPlace', 'missing');
      const known = offer.places.find(({ name }) => name === choice.knownPlace);
      return known ? ok(known.cell) : mistake('knownPlace', 'unknown');
    }
    case 'cell':
      if (choice.cell === '') return mistake('cell', 'missing');
      return offer.cells.some(({ id }) => id === choice.cell) ? ok(choice.cell) : mistake('cell', 'unknown');
    default:
      return mistake('place', 'unknown');
  }
}
