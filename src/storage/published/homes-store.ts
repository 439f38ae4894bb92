import { inArray, sql } from 'drizzle-orm';
import type { HomesCount, HomesStore } from '../../domain/homes/index.ts';
import type { Session } from '../engine/index.ts';
import { countImport, importRevision, makeTally, partsOf, sumOf, type Counts } from './import.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';

/** Three parameters a row: five thousand rows stay under SQLite's 32,766. */
const PART = 5_000;

/** What is stored of these places, in as many questions as it takes. */
async function findIn({ db, t }: Session<PublishedTables>, places: readonly string[]) {
  const found = new Map<string, { readonly count: number; readonly source: string }>();
  for (const part of partsOf(places, PART)) {
    const rows = await db
      .select()
      .from(t.homes)
      .where(inArray(t.homes.square, [...part]));
    for (const { square, ...row } of rows) found.set(square, row);
  }
  return found;
}

async function storePart(tx: Session<PublishedTables>, source: string, part: readonly HomesCount[]): Promise<Counts> {
  const { db, t } = tx;
  const before = await findIn(
    tx,
    part.map(({ place }) => place),
  );
  const { toStore, counts } = makeTally(
    part,
    ({ place }) => before.get(place),
    ({ count }, stored) => stored.count === count && stored.source === source,
  );
  if (toStore.length > 0)
    await db
      .insert(t.homes)
      .values(toStore.map(({ place, count }) => ({ square: place, count, source })))
      .onConflictDoUpdate({
        target: t.homes.square,
        set: { count: sql`excluded.count`, source: sql`excluded.source` },
      });
  return counts;
}

export function makeHomesStore(database: PublishedDatabase): HomesStore {
  return {
    async find(places) {
      const found = await findIn(database.read, [...new Set(places)]);
      return new Map([...found].map(([place, { count }]) => [place, count]));
    },

    revision: () => importRevision(database.read, 'homes'),

    storeAll: ({ source, counts }, onProgress = () => undefined) =>
      database.write(async (tx) => {
        const rows = [...new Map(counts.map((row) => [row.place, row])).values()];
        const parts: Counts[] = [];
        for (const part of partsOf(rows, PART)) {
          parts.push(await storePart(tx, source, part));
          onProgress(Math.min(parts.length * PART, rows.length), rows.length);
        }
        const sum = sumOf(parts);
        if (sum.added + sum.changed > 0) await countImport(tx, 'homes');
        return sum;
      }),
  };
}
