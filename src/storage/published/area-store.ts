import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import type { Area, AreaKind, AreaStore, AreaSummary } from '../../domain/buurten/index.ts';
import { fold } from '../../domain/kernel/index.ts';
import type { Session } from '../engine/index.ts';
import { countImport, importRevision, makeTally, partsOf, sumOf, type Counts } from './import.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';

/** As a search compares names: folded, with single spaces. */
const searchable = (name: string): string => fold(name).replace(/\s+/g, ' ').trim();

const byName = new Intl.Collator('nl', { numeric: true });
/** Areas in one statement: well under SQLite's 32,766 parameters, and small enough to keep a page of geometry in memory. */
const PART = 200;

const summaryOf = (t: PublishedTables['areas']) => ({
  code: t.code,
  kind: t.kind,
  name: t.name,
  wijkCode: t.wijkCode,
  gebiedCode: t.gebiedCode,
  stadsdeelCode: t.stadsdeelCode,
  gemeenteCode: t.gemeenteCode,
  source: t.source,
});

const areaOf = (t: PublishedTables['areas']) => ({ ...summaryOf(t), geometry: t.geometry, bounds: t.bounds });

async function storePart({ db, t }: Session<PublishedTables>, part: readonly Area[]) {
  const codes = part.map(({ code }) => code);
  const rows = await db.select(areaOf(t.areas)).from(t.areas).where(inArray(t.areas.code, codes));
  const before = new Map(rows.map((area) => [area.code, area]));
  const tally = makeTally(part, ({ code }) => before.get(code), isDeepStrictEqual);
  if (tally.toStore.length > 0) {
    await db.delete(t.areas).where(
      inArray(
        t.areas.code,
        tally.toStore.map(({ code }) => code),
      ),
    );
    await db.insert(t.areas).values(tally.toStore.map((area) => ({ ...area, searchName: searchable(area.name) })));
  }
  return tally.counts;
}

export function makeAreaStore(database: PublishedDatabase): AreaStore {
  const { db, t, k } = database.read;

  return {
    find(codes) {
      if (codes.length === 0) return Promise.resolve([]);
      return db
        .select(areaOf(t.areas))
        .from(t.areas)
        .where(inArray(t.areas.code, [...codes]))
        .orderBy(asc(t.areas.code));
    },

    async summaries(kind?: AreaKind): Promise<AreaSummary[]> {
      const query = db.select(summaryOf(t.areas)).from(t.areas);
      const rows = await (kind === undefined ? query : query.where(eq(t.areas.kind, kind)));
      return rows.sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.code, b.code));
    },

    search(words, limit) {
      const folded = searchable(words);
      if (folded === '') return Promise.resolve([]);
      const begins = sql`case when substr(${t.areas.searchName}, 1, ${folded.length}) = ${folded} then 0 else 1 end`;
      return db
        .select(summaryOf(t.areas))
        .from(t.areas)
        .where(and(...folded.split(' ').map((word) => k.contains(t.areas.searchName, word))))
        .orderBy(begins, k.byBytes(t.areas.searchName), asc(t.areas.code))
        .limit(limit);
    },

    revision: () => importRevision(database.read, 'areas'),

    storeAll: (areas, onProgress = () => undefined) =>
      database.write(async (tx) => {
        const unique = [...new Map(areas.map((area) => [area.code, area])).values()];
        const parts: Counts[] = [];
        for (const part of partsOf(unique, PART)) {
          parts.push(await storePart(tx, part));
          onProgress(Math.min(parts.length * PART, unique.length), unique.length);
        }
        const sum = sumOf(parts);
        if (sum.added + sum.changed > 0) await countImport(tx, 'areas');
        return sum;
      }),
  };
}
