import type { Buurten } from '../../buurten/index.ts';
import type { ThemeStore } from '../../themes/index.ts';
import { cellOf, labelOf, makeCellsOf, type PlaceNeeds } from '../place/index.ts';
import type { Signal } from '../signal.ts';

export interface WhereNeeds extends PlaceNeeds {
  readonly buurten: Pick<Buurten, 'get' | 'outline'>;
  readonly themes: Pick<ThemeStore, 'get'>;
}

/** The words around a signal that the desk needs. */
export interface About {
  /** Null: the buurt does not take part any more. */
  readonly buurtSlug: string | null;
  readonly buurtName: string;
  readonly themeTitle: string | null;
  /** Null: no place, or the whole buurt. `label` is null where the buurt has no such cell (any more). */
  readonly place: { readonly label: string | null; readonly knownPlaces: readonly string[] } | null;
}

type Asked = Pick<Signal, 'buurtId' | 'themeId' | 'cell'>;

/** Asks each buurt and theme once; then tells of each signal what it is about. */
export function makeTellAbout(needs: WhereNeeds) {
  const cellsOf = makeCellsOf(needs);

  async function buurtOf(buurtId: string) {
    const buurt = await needs.buurten.get(buurtId);
    if (!buurt) return undefined;
    const grid = await cellsOf(await needs.buurten.outline(buurt));
    const placeIn = (cell: string) => ({
      label: labelOf(grid, cell),
      knownPlaces: buurt.places.filter((place) => cellOf(grid, place) === cell).map(({ name }) => name),
    });
    return { slug: buurt.slug, name: buurt.name, placeIn };
  }

  return async (signals: readonly Asked[]): Promise<(signal: Asked) => About> => {
    const buurten = await once(
      signals.map(({ buurtId }) => buurtId),
      buurtOf,
    );
    const themes = await once(
      signals.flatMap(({ themeId }) => themeId ?? []),
      (id) => needs.themes.get(id),
    );
    return ({ buurtId, themeId, cell }) => {
      const buurt = buurten.get(buurtId);
      return {
        buurtSlug: buurt?.slug ?? null,
        buurtName: buurt?.name ?? '',
        themeTitle: (themeId === null ? null : themes.get(themeId)?.title) ?? null,
        place: cell === null ? null : (buurt?.placeIn(cell) ?? { label: null, knownPlaces: [] }),
      };
    };
  };
}

/** Looks each id up once. */
async function once<Value>(
  ids: readonly string[],
  find: (id: string) => Promise<Value>,
): Promise<ReadonlyMap<string, Value>> {
  const found = [...new Set(ids)].map(async (id) => [id, await find(id)] as const);
  return new Map(await Promise.all(found));
}
