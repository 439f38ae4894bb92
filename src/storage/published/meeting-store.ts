import { and, asc, desc, eq, getTableColumns, gt, isNull, lt, lte, sql, type SQL } from 'drizzle-orm';
import { mayBeId } from '../../domain/kernel/index.ts';
import type { MeetingContent, MeetingStore } from '../../domain/meetings/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';
import { KEPT, makeVersions } from './versions.ts';

type Reading = Session<PublishedTables>;

const columnsOf = (t: PublishedTables) => ({
  ...getTableColumns(t.meetings),
  // Nobody signed up yet: all places are left.
  placesLeft: sql<number>`coalesce(${t.meetingPlaces.left}, ${t.meetings.places})`,
  waiting: sql<number>`coalesce(${t.meetingPlaces.waiting}, 0)`,
});

const meetings = ({ db, t }: Reading) =>
  db.select(columnsOf(t)).from(t.meetings).leftJoin(t.meetingPlaces, eq(t.meetingPlaces.meetingId, t.meetings.id));

const byId = prepared('meeting_by_id', (reading: Reading) =>
  meetings(reading).where(eq(reading.t.meetings.id, given('id'))),
);

const bySlug = prepared('meeting_by_slug', (reading: Reading) =>
  meetings(reading).where(eq(reading.t.meetings.slug, given('slug'))),
);

const bySeries = prepared('meetings_of_series', (reading: Reading) => {
  const { series, startsAt, id } = reading.t.meetings;
  return meetings(reading)
    .where(eq(series, given('series')))
    .orderBy(asc(startsAt), asc(id));
});

const upcoming = (reading: Reading, ofBuurt?: SQL) => {
  const { endsAt, startsAt, id } = reading.t.meetings;
  return meetings(reading)
    .where(and(gt(endsAt, given('after', endsAt)), ofBuurt))
    .orderBy(asc(startsAt), asc(id));
};

const allUpcoming = prepared('meetings_upcoming', (reading: Reading) => upcoming(reading));

const upcomingOfBuurt = prepared('meetings_upcoming_of_buurt', (reading: Reading) =>
  upcoming(reading, eq(reading.t.meetings.buurtId, given('buurtId'))),
);

export function makeMeetingStore(database: PublishedDatabase): MeetingStore {
  const { read } = database;
  const { t } = read;
  const versions = makeVersions<MeetingContent>(database, 'meeting', t.meetings);
  const ofBuurt = (buurtId?: string) => (buurtId === undefined ? undefined : eq(t.meetings.buurtId, buurtId));

  return {
    listUpcoming: (after, buurtId) =>
      buurtId === undefined ? allUpcoming(read, { after }) : upcomingOfBuurt(read, { after, buurtId }),

    listPast: (before, limit, buurtId) =>
      meetings(read)
        .where(and(lte(t.meetings.endsAt, before), ofBuurt(buurtId)))
        .orderBy(desc(t.meetings.startsAt), asc(t.meetings.id))
        .limit(limit),

    listSeries: (series) => bySeries(read, { series }),

    listAwaitingReport: (before, buurtId) =>
      meetings(read)
        .leftJoin(t.reports, eq(t.reports.id, t.meetings.id))
        .where(
          and(
            lte(t.meetings.endsAt, before),
            eq(t.meetings.reportPromised, true),
            isNull(t.meetings.cancelled),
            isNull(t.reports.id),
            ofBuurt(buurtId),
          ),
        )
        .orderBy(desc(t.meetings.startsAt), asc(t.meetings.id)),

    find: async (slug) => (await bySlug(read, { slug }))[0],

    get: async (id) => (mayBeId(id) ? (await byId(read, { id }))[0] : undefined),

    save: (meeting, note) =>
      versions.save(meeting, note, {
        first: (tx) =>
          tx.db.insert(tx.t.meetings).values(meeting).onConflictDoNothing().returning({ id: tx.t.meetings.id }),
        next: (tx, before) =>
          tx.db
            .update(tx.t.meetings)
            .set({ ...meeting, ...KEPT, reportPromised: undefined })
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
