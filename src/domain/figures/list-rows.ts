import type { AreaStore, Buurt } from '../buurten/index.ts';
import type { FigureRow, FigureSource, FigureStore, Indicator } from './figure.ts';
import { INDICATORS, INGREDIENTS } from './indicators.ts';
import type { Whole } from './combine.ts';
import { makeLedger } from './ledger.ts';
import { makeDivisionsOf } from './parts-of.ts';
import { codesOf, rowOf, sheetOf, type Sheet } from './rows-of.ts';

export interface ReadNeeds {
  readonly figures: Pick<FigureStore, 'forAreas' | 'sources' | 'revision'>;
  readonly areas: Pick<AreaStore, 'summaries' | 'revision'>;
}

/** What decides which figures a buurt has. */
export type Compared = Pick<Buurt, 'name' | 'areaCodes' | 'boroughCode' | 'cityCode'>;

/** Everything that holds until the next import. */
interface Edition {
  readonly revision: string;
  readonly divisionsOf: Whole['divisionsOf'];
  readonly names: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, FigureSource>;
  readonly sheets: Map<string, Promise<Sheet>>;
}

/** More unions than this nobody compares; then start afresh rather than grow. */
const MOST_SHEETS = 500;
const NEEDED = [...INDICATORS.map(({ id }) => id), ...INGREDIENTS];

/**
 * Makes the verb that lists figures of a buurt beside its borough and its city. A borough is hundreds of figures of dozens of
 * buurten, so what was worked out is kept until an import changes figures or areas.
 */
export function makeListRows({ figures, areas }: ReadNeeds) {
  let edition: Promise<Edition> | undefined;

  const newEdition = async (revision: string): Promise<Edition> => {
    const [summaries, sources] = await Promise.all([areas.summaries(), figures.sources()]);
    return {
      revision,
      divisionsOf: makeDivisionsOf(summaries.filter(({ kind }) => kind === 'buurt')),
      names: new Map(summaries.map(({ code, name }) => [code, name])),
      sources: new Map(sources.map((source) => [source.id, source])),
      sheets: new Map(),
    };
  };

  const current = async (): Promise<Edition> => {
    const revision = (await Promise.all([figures.revision(), areas.revision()])).join(' ');
    const kept = await edition?.catch(() => undefined);
    if (kept?.revision === revision) return kept;
    edition = newEdition(revision);
    return edition;
  };

  const sheet = async (codes: readonly string[], { divisionsOf, sheets }: Edition): Promise<Sheet> => {
    const key = codes.join(' ');
    const kept = sheets.get(key);
    if (kept) return kept;
    if (sheets.size >= MOST_SHEETS) sheets.clear();
    const whole = { codes, divisionsOf };
    const made = figures.forAreas(codesOf(whole), NEEDED).then((found) => sheetOf(whole, makeLedger(found)));
    sheets.set(key, made);
    made.catch(() => sheets.delete(key));
    return made;
  };

  return async (compared: Compared, indicators: readonly Indicator[]): Promise<FigureRow[]> => {
    const now = await current();
    const nameOf = (code: string | null) => (code === null ? null : (now.names.get(code) ?? null));
    const names = { buurt: compared.name, borough: nameOf(compared.boroughCode), city: nameOf(compared.cityCode) };
    const of = (code: string | null) => (code === null ? null : sheet([code], now));
    const [buurt, borough, city] = await Promise.all([
      sheet(compared.areaCodes, now),
      of(compared.boroughCode),
      of(compared.cityCode),
    ]);
    return indicators.map((indicator) => ({ ...rowOf(indicator, { buurt, borough, city }, now.sources), names }));
  };
}
