import { basename } from 'node:path';
import type { AreaFile, ImportSummary, Progress } from '../domain/buurten/index.ts';
import type { FigureFile } from '../domain/figures/index.ts';
import type { HomesFile } from '../domain/homes/index.ts';
import { ok, type Actor, type RecordDeed, type Result } from '../domain/kernel/index.ts';
import { readAreas, type AreaOptions } from './areas/read-areas.ts';
import { BadFile } from './bad-file.ts';
import { readFigures, type FigureOptions } from './figures/read-figures.ts';
import { readHomes, type HomesOptions } from './homes/read-homes.ts';
import { readText } from './text-file.ts';

export { CRS_NAMES } from './areas/crs.ts';
export type { AreaOptions } from './areas/read-areas.ts';
export type { FigureOptions } from './figures/read-figures.ts';
export type { HomesOptions } from './homes/read-homes.ts';

/** The year in the name of a file, when it names exactly one: `kerncijfers_2024_amsterdam.csv`. */
function yearIn(path: string): string | null {
  const [year, ...more] = basename(path).match(/(?<!\d)20\d{2}(?!\d)/g) ?? [];
  return year !== undefined && more.length === 0 ? year : null;
}

/** A refusal names the file, what is wrong in it, where, and how to mend it. */
async function reading<File>(
  path: string,
  read: (text: string, year: string | null) => File,
): Promise<Result<File, string>> {
  try {
    return ok(read(await readText(path), yearIn(path)));
  } catch (error) {
    if (error instanceof BadFile) return { ok: false, reason: `${basename(path)}: ${error.message}.` };
    throw error;
  }
}

/** Reads a GeoJSON or TopoJSON file of areas, in WGS84 or RD. Nothing is stored. */
const readAreaFile = (path: string, options: AreaOptions = {}): Promise<Result<AreaFile, string>> =>
  reading(path, (text, year) => readAreas(text, options, year));

/** Reads a CSV file of figures in one of the known layouts (figures/formats.ts). Nothing is stored. */
const readFigureFile = (path: string, options: FigureOptions = {}): Promise<Result<FigureFile, string>> =>
  reading(path, (text, year) => readFigures(text, options, year));

/** Reads a CSV or GeoJSON file of homes per square or per area. Nothing is stored. */
const readHomesFile = (path: string, options: HomesOptions = {}): Promise<Result<HomesFile, string>> =>
  reading(path, (text, year) => readHomes(text, options, year));

/** The verbs that store what was read, from domain/buurten, domain/figures and domain/homes; and the audit log. */
export interface ImportsNeeds {
  readonly importAreas: (file: AreaFile, onProgress?: Progress) => Promise<ImportSummary>;
  readonly importFigures: (file: FigureFile, onProgress?: Progress) => Promise<ImportSummary>;
  readonly importHomes: (file: HomesFile, onProgress?: Progress) => Promise<ImportSummary>;
  readonly record: RecordDeed;
}

/** Reading and storing in one: a file that is not right stores nothing. */
export interface Imports {
  areas(path: string, options?: AreaOptions, onProgress?: Progress): Promise<Result<ImportSummary, string>>;
  figures(path: string, options?: FigureOptions, onProgress?: Progress): Promise<Result<ImportSummary, string>>;
  homes(path: string, options?: HomesOptions, onProgress?: Progress): Promise<Result<ImportSummary, string>>;
}

/** Whoever may start a task on the server has no account here. */
const IMPORTER: Actor = { kind: 'system', name: 'import' };

export function makeImports({ importAreas, importFigures, importHomes, record }: ImportsNeeds): Imports {
  const noted = async (what: 'areas' | 'figures' | 'homes', path: string, summary: ImportSummary) => {
    const { added, changed, unchanged } = summary;
    const note = `+${String(added)} ~${String(changed)} =${String(unchanged)}`;
    await record({ actor: IMPORTER, action: `${what}.import`, object: `${what}:${basename(path)}`, note });
    return ok(summary);
  };
  return {
    areas: async (path, options, onProgress) => {
      const file = await readAreaFile(path, options);
      return file.ok ? noted('areas', path, await importAreas(file.value, onProgress)) : file;
    },
    figures: async (path, options, onProgress) => {
      const file = await readFigureFile(path, options);
      return file.ok ? noted('figures', path, await importFigures(file.value, onProgress)) : file;
    },
    homes: async (path, options, onProgress) => {
      const file = await readHomesFile(path, options);
      return file.ok ? noted('homes', path, await importHomes(file.value, onProgress)) : file;
    },
  };
}
