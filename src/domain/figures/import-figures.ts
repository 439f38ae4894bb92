import type { AreaStore, ImportSummary, Progress, Skipped } from '../buurten/index.ts';
import { nameFew } from '../kernel/index.ts';
import type { Figure, FigureSource, FigureStore } from './figure.ts';
import { isKnownIndicator } from './indicators.ts';

/** Figures as a reader in src/sources gives them: checked, and of one source. */
export interface FigureFile {
  readonly source: FigureSource;
  /** Rows of the table. */
  readonly read: number;
  readonly figures: readonly Figure[];
  readonly skipped: readonly Skipped[];
}

export interface ImportFiguresNeeds {
  readonly figures: Pick<FigureStore, 'storeAll' | 'forAreas'>;
  readonly areas: Pick<AreaStore, 'summaries'>;
}

/** Codes of areas that a remark names: `DX01, DX02, … and 14 more`. */
const SHOWN = 8;

const keyOf = ({ areaCode, indicator, period }: Figure) => `${areaCode} ${indicator} ${period}`;

/** Leaves out "no number" where another file gave one: two tables of one source differ in what they leave out. */
async function withoutLosses(file: FigureFile, figures: ImportFiguresNeeds['figures']): Promise<Figure[]> {
  const empty = file.figures.filter(({ value }) => value === null);
  const before = await figures.forAreas(
    [...new Set(empty.map(({ areaCode }) => areaCode))],
    [...new Set(empty.map(({ indicator }) => indicator))],
  );
  const numbers = new Set(before.filter(({ value }) => value !== null).map(keyOf));
  return file.figures.filter((figure) => figure.value !== null || !numbers.has(keyOf(figure)));
}

/**
 * Stores the figures of one file, all or nothing; the same file twice changes nothing. Figures of areas that have not been
 * imported (yet) are stored too: files may come in any order, and the former gebieden of BBGA have no borders of today.
 * Throws on figures of indicators that do not exist: a fault in a reader, not in a file.
 */
export function makeImportFigures({ figures, areas }: ImportFiguresNeeds) {
  return async (file: FigureFile, onProgress?: Progress): Promise<ImportSummary> => {
    const stranger = file.figures.find(({ indicator }) => !isKnownIndicator(indicator));
    if (stranger)
      throw new Error(`src/sources reads "${stranger.indicator}", which is not in domain/figures/indicators.ts`);
    const toStore = await withoutLosses(file, figures);
    const outcome = await figures.storeAll(file.source, toStore, onProgress);
    return { read: file.read, ...outcome, skipped: file.skipped, remarks: await remarksOn(file, toStore, areas) };
  };
}

async function remarksOn(
  file: FigureFile,
  stored: readonly Figure[],
  areas: ImportFiguresNeeds['areas'],
): Promise<string[]> {
  const known = new Set((await areas.summaries()).map(({ code }) => code));
  const without = [...new Set(stored.map(({ areaCode }) => areaCode))].filter((code) => !known.has(code)).sort();
  const unknown = stored.filter(({ value }) => value === null).length;
  const kept = file.figures.length - stored.length;
  return [
    ...(unknown === 0 ? [] : [`${String(unknown)} figures stored as "unknown": the source gives no number`]),
    ...(kept === 0 ? [] : [`${String(kept)} cells without a number left out: an earlier import has the number`]),
    ...(without.length === 0
      ? []
      : [`stored, but of no imported area (${String(without.length)}): ${nameFew(without, SHOWN)}`]),
  ];
}
