import type { Buurt, Buurten, Outline } from '../buurten/index.ts';
import type { Theme, ThemeStore } from '../themes/index.ts';
import { cellOf, gridCells, type Cell } from './grid.ts';

/** What the form of one buurt has to choose from. */
export interface SignalOffer {
  readonly buurt: Buurt;
  /** Newest first; those that are finished as well: a resident may know better. */
  readonly themes: readonly Pick<Theme, 'id' | 'slug' | 'title'>[];
  readonly outline: Outline;
  /** Empty when no area has been imported yet. */
  readonly cells: readonly Cell[];
  /** Places with a name, each already made coarse: the point itself goes no further. */
  readonly places: readonly { readonly name: string; readonly cell: string }[];
}

export interface OfferNeeds {
  readonly buurten: Pick<Buurten, 'find' | 'outline'>;
  readonly themes: Pick<ThemeStore, 'list'>;
}

/** The cells of an outline, worked out once: the domain of buurten gives the same outline until its areas change. */
const drawn = new WeakMap<Outline['shape'], readonly Cell[]>();

function cellsOf(shape: Outline['shape']): readonly Cell[] {
  const cells = drawn.get(shape) ?? gridCells(shape);
  drawn.set(shape, cells);
  return cells;
}

/** What can be chosen in a signal about this buurt; undefined when no such buurt takes part. */
export const makeOfferSignal =
  ({ buurten, themes }: OfferNeeds) =>
  async (buurtSlug: string): Promise<SignalOffer | undefined> => {
    const buurt = await buurten.find(buurtSlug);
    if (!buurt) return undefined;
    const outline = await buurten.outline(buurt);
    const places = buurt.places.flatMap(({ name, lon, lat }) => {
      const cell = cellOf(lon, lat);
      return cell === null ? [] : [{ name, cell }];
    });
    return { buurt, themes: await themes.list(buurt.id), outline, cells: cellsOf(outline.shape), places };
  };
