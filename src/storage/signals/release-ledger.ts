import { and, asc, desc, eq, gt, inArray, max } from 'drizzle-orm';
import { groupOf, keyOf, type LedgerBatch, type ReleaseFacts, type ReleaseLedger } from '../../domain/signals/index.ts';
import type { Session } from '../engine/index.ts';
import type { SignalsDatabase, SignalsTables } from './tables.ts';

type Tx = Session<SignalsTables>;

/** So many ids in one statement: engines limit the number of values. */
const AT_ONCE = 500;

/** Every batch has at least these rows, so that one in which nothing can be shown is known too. */
const REMAINDERS = [
  { table: 'subject', by: 'other-themes' },
  { table: 'place', by: 'elsewhere' },
] as const;

/** What was ever released, and what may be; see domain/signals/release. */
export function makeReleaseLedger(database: SignalsDatabase): ReleaseLedger {
  return {
    facts: () => readFacts(database.read),

    release: (decide) =>
      database.write(async (tx) => {
        const decision = decide(await readFacts(tx));
        const rows = decision.batches.flatMap(rowsOf);
        for (const some of inParts(rows)) await tx.db.insert(tx.t.releasedCounts).values([...some]);
        const { id, state } = tx.t.signals;
        for (const some of inParts(decision.released))
          await tx.db
            .update(tx.t.signals)
            .set({ state: 'released' })
            .where(and(inArray(id, [...some]), eq(state, 'accepted')));
        return decision;
      }),

    async batchesAfter(buurtId, batch) {
      const { db, t, k } = database.read;
      const rows = await db
        .select()
        .from(t.releasedCounts)
        .where(and(eq(t.releasedCounts.buurtId, buurtId), gt(t.releasedCounts.batch, batch)))
        .orderBy(asc(t.releasedCounts.batch), desc(t.releasedCounts.table), k.byBytes(t.releasedCounts.group));
      return batchesOf(rows);
    },
  };
}

async function readFacts({ db, t }: Tx): Promise<ReleaseFacts> {
  const { id, buurtId, kind, themeId, cell, week, state } = t.signals;
  const signals = await db
    .select({ id, buurtId, kind, themeId, cell, week, state })
    .from(t.signals)
    .where(inArray(state, ['accepted', 'released']))
    .orderBy(asc(id));
  const bursts = await db.select().from(t.bursts);
  const counts = t.releasedCounts;
  const newest = await db
    .select({ buurtId: counts.buurtId, batch: max(counts.batch) })
    .from(counts)
    .groupBy(counts.buurtId);
  const last: LedgerBatch[] = [];
  for (const { buurtId: buurt, batch } of newest) {
    if (batch === null) continue;
    const rows = await db
      .select()
      .from(counts)
      .where(and(eq(counts.buurtId, buurt), eq(counts.batch, batch)));
    last.push(...batchesOf(rows));
  }
  const shown = await db.selectDistinct({ count: counts.count }).from(counts).where(gt(counts.count, 0));
  return { signals, bursts, last, shown: shown.map(({ count }) => count) };
}

type Row = SignalsTables['releasedCounts']['$inferSelect'];

function batchesOf(rows: readonly Row[]): LedgerBatch[] {
  const batches = Map.groupBy(rows, ({ buurtId, batch }) => `${buurtId} ${String(batch)}`);
  return [...batches.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const shown = of.filter(({ count }) => count > 0);
    const counts = shown.map(({ group, count }) => ({ group: groupOf(group), count }));
    return [{ buurtId: first.buurtId, batch: first.batch, counts }];
  });
}

function rowsOf({ buurtId, batch, counts }: LedgerBatch): Row[] {
  const rows = new Map(
    REMAINDERS.map((group) => [keyOf(group), { buurtId, batch, table: group.table, count: 0 } as const]),
  );
  const shown = counts.map(
    ({ group, count }) => [keyOf(group), { buurtId, batch, table: group.table, count }] as const,
  );
  return [...new Map<string, Omit<Row, 'group'>>([...rows, ...shown])].map(([group, row]) => ({ ...row, group }));
}

function* inParts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += AT_ONCE) yield items.slice(from, from + AT_ONCE);
}
