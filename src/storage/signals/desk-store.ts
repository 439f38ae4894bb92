import { and, asc, count, desc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm';
import { mayBeId } from '../../domain/kernel/index.ts';
import type { BurstCount, DeskStore, SignalState } from '../../domain/signals/index.ts';
import type { Session } from '../engine/index.ts';
import { changeState, replaceSealed, Stale } from './desk-changes.ts';
import type { SignalsDatabase, SignalsTables } from './tables.ts';

type Tx = Session<SignalsTables>;

/** What a release counts, and what it may count yet. */
const COUNTED: readonly SignalState[] = ['accepted', 'released'];
const WAITING: readonly SignalState[] = ['new', 'asked', 'proposed'];

const plainOf = ({ signals: { id, buurtId, kind, themeId, cell, week, state } }: SignalsTables) => ({
  ...{ id, buurtId, kind, themeId, cell, week, state },
});
const sealedOf = (t: SignalsTables) => {
  const { sealed, keyId, senderKey } = t.signals;
  return { ...plainOf(t), sealed, keyId, senderKey };
};

async function counts({ db, t }: Tx): Promise<Record<SignalState, number>> {
  const { state } = t.signals;
  const rows = await db.select({ state, n: count() }).from(t.signals).groupBy(state);
  const of = (wanted: SignalState) => rows.find((row) => row.state === wanted)?.n ?? 0;
  return {
    ...{ new: of('new'), asked: of('asked'), proposed: of('proposed'), accepted: of('accepted') },
    ...{ duplicate: of('duplicate'), released: of('released'), refused: of('refused') },
  };
}

async function besides({ db, t }: Tx, ids: readonly string[]) {
  const photos = await db
    .select({ id: t.photos.signalId })
    .from(t.photos)
    .where(inArray(t.photos.signalId, [...ids]));
  const turns = await db
    .select({ id: t.turns.signalId, n: count() })
    .from(t.turns)
    .where(inArray(t.turns.signalId, [...ids]))
    .groupBy(t.turns.signalId);
  return { photos: new Set(photos.map(({ id }) => id)), turns: new Map(turns.map(({ id, n }) => [id, n])) };
}

/** What can still be opened, newest week first. */
async function readable({ db, t, k }: Tx, states: readonly SignalState[], limit: number) {
  const { id, week, state, sealed, keyId } = t.signals;
  const rows = await db
    .select({ ...plainOf(t), keyId })
    .from(t.signals)
    .where(and(inArray(state, [...states]), isNotNull(sealed)))
    .orderBy(desc(week), k.byBytes(id))
    .limit(limit);
  return rows.flatMap(({ keyId: key, ...row }) => (key === null ? [] : [{ ...row, keyId: key }]));
}

async function find({ db, t }: Tx, id: string) {
  if (!mayBeId(id)) return undefined;
  const [signal] = await db.select(sealedOf(t)).from(t.signals).where(eq(t.signals.id, id));
  if (!signal) return undefined;
  const { signalId: _, ...turn } = t.turns;
  const turns = await db
    .select({
      ...{ turn: turn.turn, by: turn.by, week: turn.week, keyId: turn.keyId },
      ...{ sealedForDesk: turn.sealedForDesk, sealedForSender: turn.sealedForSender },
    })
    .from(t.turns)
    .where(eq(t.turns.signalId, id))
    .orderBy(asc(t.turns.turn));
  const { decision, mark } = t.proposals;
  const [proposal = null] = await db.select({ decision, mark }).from(t.proposals).where(eq(t.proposals.signalId, id));
  const hasPhoto = (await db.$count(t.photos, eq(t.photos.signalId, id))) > 0;
  return { signal, turns, proposal, hasPhoto };
}

/** How many signals there are from each place in each week, by whether a release counts them. */
async function placesAndWeeks({ db, t }: Tx) {
  const { buurtId, cell, week, state } = t.signals;
  const rows = await db
    .select({ buurtId, cell, week, state, n: count() })
    .from(t.signals)
    .where(inArray(state, [...COUNTED, ...WAITING]))
    .groupBy(buurtId, cell, week, state);
  return Map.groupBy(rows, (row) => JSON.stringify([row.buurtId, row.cell, row.week]));
}

async function bursts(tx: Tx, atLeast: number): Promise<BurstCount[]> {
  const confirmed = await tx.db.select().from(tx.t.bursts);
  const found = [...(await placesAndWeeks(tx)).values()].flatMap((rows) => {
    const [first] = rows;
    const sum = (states: readonly SignalState[]) =>
      rows.reduce((all, { state, n }) => all + (states.includes(state) ? n : 0), 0);
    const [counted, waiting] = [sum(COUNTED), sum(WAITING)];
    if (!first || counted + waiting < atLeast) return [];
    const { buurtId, cell, week } = first;
    const known = confirmed.find(
      (burst) => burst.buurtId === buurtId && burst.cell === (cell ?? '') && burst.week === week,
    );
    return [{ buurtId, cell, week, counted, waiting, confirmed: known?.confirmed ?? 0 }];
  });
  return found.toSorted((a, b) => (a.week < b.week ? 1 : a.week > b.week ? -1 : b.counted - a.counted));
}

type Burst = Parameters<DeskStore['confirmBurst']>[0];

async function confirmBurst(tx: Tx, { buurtId, cell, week, counted }: Burst, confirmed: number): Promise<void> {
  const { db, t } = tx;
  const rows = (await placesAndWeeks(tx)).get(JSON.stringify([buurtId, cell, week])) ?? [];
  const now = rows.reduce((all, { state, n }) => all + (COUNTED.includes(state) ? n : 0), 0);
  if (rows.length === 0 || now !== counted) throw new Stale();
  const here = { buurtId, cell: cell ?? '', week };
  await db
    .insert(t.bursts)
    .values({ ...here, confirmed })
    .onConflictDoUpdate({ target: [t.bursts.buurtId, t.bursts.cell, t.bursts.week], set: { confirmed } });
}

async function unlessStale(work: Promise<void>): Promise<'done' | 'stale'> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Stale) return 'stale';
    throw error;
  }
}

/** What the signal desk reads and changes. It never asks for the hash of a receipt. */
export function makeDeskStore(database: SignalsDatabase): DeskStore {
  const { read, write } = database;
  const { db, t, k } = read;
  return {
    counts: () => counts(read),

    async page(state, after, limit) {
      if (after && !(mayBeId(after.week) && mayBeId(after.id))) return [];
      const { id, week } = t.signals;
      const isAfter = after && or(gt(week, after.week), and(eq(week, after.week), gt(k.byBytes(id), after.id)));
      return db
        .select(sealedOf(t))
        .from(t.signals)
        .where(and(eq(t.signals.state, state), isAfter ?? undefined))
        .orderBy(asc(week), k.byBytes(id))
        .limit(limit);
    },

    besides: (ids) => besides(read, ids),
    readable: (states, limit) => readable(read, states, limit),

    async sealedOf(ids) {
      const { id, sealed } = t.signals;
      const rows = await db
        .select({ id, sealed })
        .from(t.signals)
        .where(inArray(id, ids.filter(mayBeId)));
      return new Map(rows.flatMap((row) => (row.sealed === null ? [] : [[row.id, row.sealed] as const])));
    },

    find: (id) => find(read, id),

    async photo(id) {
      if (!mayBeId(id)) return undefined;
      const { sealed, keyId } = t.photos;
      const [photo] = await db.select({ sealed, keyId }).from(t.photos).where(eq(t.photos.signalId, id));
      return photo;
    },

    change: (changes) =>
      unlessStale(
        write(async (tx) => {
          for (const change of changes) await changeState(tx, change);
        }),
      ),
    replace: (replacement) => unlessStale(write((tx) => replaceSealed(tx, replacement))),
    bursts: (atLeast) => bursts(read, atLeast),
    confirmBurst: (burst, confirmed) => unlessStale(write((tx) => confirmBurst(tx, burst, confirmed))),
    wipe: () => database.wipeDeleted(),
  };
}
