import type { Buurten } from '../buurten/index.ts';
import { mayReadSignals, ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { ThemeStore } from '../themes/index.ts';
import { cellOf, gridCells } from './grid.ts';
import { SIGNAL_STATES, type Signal, type SignalState, type SignalStore } from './signal.ts';

/** How many signals the desk sees at once; deciding on them brings the next. */
const PAGE = 50;

/** A signal with the words around it that the desk needs. */
export interface QueueEntry {
  readonly signal: Signal;
  readonly buurtName: string;
  readonly themeTitle: string | null;
  /** Null: no place, or the whole buurt. `label` is null where the outline of the buurt has no such cell (any more). */
  readonly place: { readonly label: string | null; readonly knownPlaces: readonly string[] } | null;
}

export interface Queue {
  readonly entries: readonly QueueEntry[];
  readonly counts: Readonly<Record<SignalState, number>>;
}

export interface QueueNeeds {
  readonly store: Pick<SignalStore, 'queue' | 'count'>;
  readonly buurten: Pick<Buurten, 'get' | 'outline'>;
  readonly themes: Pick<ThemeStore, 'get'>;
}

/** What waits for the desk, or what it decided. Nobody else reads a signal. */
export const makeListQueue =
  (needs: QueueNeeds) =>
  async (actor: Actor, state: SignalState): Promise<Result<Queue, 'forbidden'>> => {
    if (!mayReadSignals(actor)) return refused('forbidden');
    const signals = await needs.store.queue(state, PAGE);
    const buurten = await namesOf(
      signals.map(({ buurtId }) => buurtId),
      (id) => placesOf(needs, id),
    );
    const themes = await namesOf(
      signals.flatMap(({ themeId }) => themeId ?? []),
      (id) => needs.themes.get(id),
    );
    const [counted = 0, accepted = 0, refusedCount = 0] = await Promise.all(
      SIGNAL_STATES.map((each) => needs.store.count(each)),
    );
    const entries = signals.map((signal) => {
      const buurt = buurten.get(signal.buurtId);
      return {
        signal,
        buurtName: buurt?.name ?? '',
        themeTitle: (signal.themeId === null ? null : themes.get(signal.themeId)?.title) ?? null,
        place: signal.cell === null ? null : (buurt?.placeIn(signal.cell) ?? { label: null, knownPlaces: [] }),
      };
    });
    return ok({ entries, counts: { new: counted, accepted, refused: refusedCount } });
  };

/** Looks each id up once. */
async function namesOf<Value>(
  ids: readonly string[],
  find: (id: string) => Promise<Value>,
): Promise<Map<string, Value>> {
  const found = [...new Set(ids)].map(async (id) => [id, await find(id)] as const);
  return new Map(await Promise.all(found));
}

async function placesOf({ buurten }: QueueNeeds, buurtId: string) {
  const buurt = await buurten.get(buurtId);
  if (!buurt) return undefined;
  const { shape } = await buurten.outline(buurt);
  const labels = new Map(gridCells(shape).map(({ id, label }) => [id, label]));
  const placeIn = (cell: string) => ({
    label: labels.get(cell) ?? null,
    knownPlaces: buurt.places.filter(({ lon, lat }) => cellOf(lon, lat) === cell).map(({ name }) => name),
  });
  return { name: buurt.name, placeIn };
}
