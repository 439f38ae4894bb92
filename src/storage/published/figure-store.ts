import { and, asc, inArray, sql } from 'drizzle-orm';
import type { Figure, FigureSource, FigureStore } from '../../domain/figures/index.ts';
import type { Session } from '../engine/index.ts';
import { countImport, importRevision, makeTally, partsOf, sumOf, type Counts } from './import.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';

/** Five parameters a row: two thousand rows stay under SQLite's 32,766. */
const PART = 2_000;

const keyOf = ({ areaCode, indicator, period }: Figure) => JSON.stringify([areaCode, indicator, period]);
const same = (a: Figure, b: Figure) => a.value === b.value && a.sourceId === b.sourceId;

async function storeSource({ db, t }: Session<PublishedTables>, source: FigureSource): Promise<void> {
  await db.insert(t.figureSources).values(source).onConflictDoUpdate({ target: t.figureSources.id, set: source });
}

async function storePart({ db, t: { figures: table } }: Session<PublishedTables>, part: readonly Figure[]) {
  const codes = [...new Set(part.map(({ areaCode }) => areaCode))];
  const stored: Figure[] = await db.select().from(table).where(inArray(table.areaCode, codes));
  const before = new Map(stored.map((figure) => [keyOf(figure), figure]));
  const { toStore, counts } = makeTally(part, (figure) => before.get(keyOf(figure)), same);
  if (toStore.length > 0)
    await db
      .insert(table)
      .values(toStore)
      .onConflictDoUpdate({
        target: [table.areaCode, table.indicator, table.period],
        set: { value: sql`excluded.value`, sourceId: sql`excluded.source_id` },
      });
  return counts;
}

/** The last figure counts when a file has one twice. By area, so that each part asks for few areas. */
function byArea({ id: sourceId }: FigureSource, figures: readonly Figure[]): Figure[] {
  const unique = new Map(figures.map((figure) => [keyOf(figure), { ...figure, sourceId }]));
  return [...unique.values()].sort((a, b) => Number(a.areaCode > b.areaCode) - Number(a.areaCode < b.areaCode));
}

export function makeFigureStore(database: PublishedDatabase): FigureStore {
  const { db, t } = database.read;

  return {
    forAreas(codes, indicators) {
      if (codes.length === 0 || indicators?.length === 0) return Promise.resolve([]);
      return db
        .select()
        .from(t.figures)
        .where(
          and(inArray(t.figures.areaCode, [...codes]), indicators && inArray(t.figures.indicator, [...indicators])),
        )
        .orderBy(asc(t.figures.areaCode), asc(t.figures.indicator), asc(t.figures.period));
    },

    sources: () => db.select().from(t.figureSources).orderBy(asc(t.figureSources.id)),

    revision: () => importRevision(database.read, 'figures'),

    storeAll: (source, figures, onProgress = () => undefined) =>
      database.write(async (tx) => {
        await storeSource(tx, source);
        const parts: Counts[] = [];
        const rows = byArea(source, figures);
        for (const part of partsOf(rows, PART)) {
          parts.push(await storePart(tx, part));
          onProgress(Math.min(parts.length * PART, rows.length), rows.length);
        }
        const sum = sumOf(parts);
        if (sum.added + sum.changed > 0) await countImport(tx, 'figures');
        return sum;
      }),
  };
}
