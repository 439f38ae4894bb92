import { and, asc, desc, eq, getTableColumns, gt, lt, sql, type SQL } from 'drizzle-orm';
import type { MeetingContent, MeetingStore } from '../../domain/meetings/index.ts';
import type { PublishedDatabase } from './tables.ts';
import { KEPT, makeVersions } from './versions.ts';

export function makeMeetingStore(database: PublishedDatabase): MeetingStore {
  const { db, t } = database.read;
  const versions = makeVersions<MeetingContent>(database, 'meeting', t.meetings);
  // Nobody signed up yet: all places are left.
  const columns = {
    ...getTableColumns(t.meetings),
    placesLeft: sql<number>`coalesce(${t.meetingPlaces.left}, ${t.meetings.places})`,
    waiting: sql<number>`coalesce(${t.meetingPlaces.waiting}, 0)`,
  };
  const ofBuurt = (buurtId?: string) => (buurtId === undefined ? undefined : eq(t.meetings.buurtId, buurtId));

  async function first(which: SQL) {
    const [meeting] = await db
      .select(columns)
      .from(t.meetings)
      .leftJoin(t.meetingPlaces, eq(t.meetingPlaces.meetingId, t.meetings.id))
      .where(which);
    return meeting;
  }

  return {
    listUpcoming: (after, buurtId) =>
      db
        .select(columns)
        .from(t.meetings)
        .leftJoin(t.meetingPlaces, eq(t.meetingPlaces.meetingId, t.meetings.id))
        .where(and(gt(t.meetings.endsAt, after), ofBuurt(buurtId)))
        .orderBy(asc(t.meetings.startsAt), asc(t.meetings.id)),

    listPast: (before, limit, buurtId) =>
      db
        .select(columns)
        .from(t.meetings)
        .leftJoin(t.meetingPlaces, eq(t.meetingPlaces.meetingId, t.meetings.id))
        .where(and(lt(t.meetings.endsAt, before), ofBuurt(buurtId)))
        .orderBy(desc(t.meetings.startsAt), asc(t.meetings.id))
        .limit(limit),

    find: (slug) => first(eq(t.meetings.slug, slug)),

    get: (id) => first(eq(t.meetings.id, id)),

    save: (meeting, note) =>
      versions.save(meeting, note, {
        first: (tx) =>
          tx.db.insert(tx.t.meetings).values(meeting).onConflictDoNothing().returning({ id: tx.t.meetings.id }),
        next: (tx, before) =>
          tx.db
            .update(tx.t.meetings)
            .set({ ...meeting, ...KEPT })
            .where(and(eq(tx.t.meetings.id, meeting.id), eq(tx.t.meetings.version, before)))
            .returning({ id: tx.t.meetings.id }),
      }),

    history: versions.history,

    publishPlaces: (meetingId, places) =>
      database.write(
        async (tx) => {
          const { meetingPlaces } = tx.t;
          await tx.db
            .insert(meetingPlaces)
            .values({ meetingId, ...places })
            .onConflictDoUpdate({
              target: meetingPlaces.meetingId,
              set: places,
              setWhere: lt(meetingPlaces.turn, places.turn),
            });
        },
        { rowLocks: true },
      ),
  };
}
