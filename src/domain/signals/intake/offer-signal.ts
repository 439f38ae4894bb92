import type { Buurt, Buurten, Outline } from '../../buurten/index.ts';
import type { Theme, ThemeStore } from '../../themes/index.ts';
import { cellOf, makeCellsOf, type Cell, type CellGrid, type PlaceNeeds } from '../place/index.ts';

/** What the form of one buurt has to choose from. */
export interface SignalOffer {
  readonly buurt: Buurt;
  /** Newest first; those that are finished as well: a resident may know better. */
  readonly themes: readonly Pick<Theme, 'id' | 'slug' | 'title'>[];
  readonly outline: Outline;
  /** The atlas of the buurt: what a map draws. */
  readonly grid: CellGrid;
  /** Those of the grid. Empty when no area or no homes have been imported yet: then the buurt is the place. */
  readonly cells: readonly Cell[];
  /** Places with a name, each already made coarse: the point itself goes no further. Null: there the buurt is the place. */
  readonly places: readonly { readonly name: string; readonly cell: string | null }[];
  /** How many homes there are in the whole buurt, where that is known. */
  readonly homes: number | null;
}

export interface OfferNeeds extends PlaceNeeds {
  readonly buurten: Pick<Buurten, 'find' | 'outline'>;
  readonly themes: Pick<ThemeStore, 'list'>;
}

/** What can be chosen in a signal about this buurt; undefined when no such buurt takes part. */
export const makeOfferSignal = (needs: OfferNeeds) => {
  const { buurten, themes, homes } = needs;
  const cellsOf = makeCellsOf(needs);
  return async (buurtSlug: string): Promise<SignalOffer | undefined> => {
    const buurt = await buurten.find(buurtSlug);
    if (!buurt) return undefined;
    const outline = await buurten.outline(buurt);
    const grid = await cellsOf(outline);
    return {
      buurt,
      themes: await themes.list(buurt.id),
      outline,
      grid,
      cells: grid.cells,
      places: buurt.places.map((place) => ({ name: place.name, cell: cellOf(grid, place) })),
      homes: await homes.ofAreas(buurt.areaCodes),
    };
  };
};

export type OfferSignal = ReturnType<typeof makeOfferSignal>;
