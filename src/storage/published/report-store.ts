import { and, asc, desc, eq, getTableColumns } from 'drizzle-orm';
import { mayBeId } from '../../domain/kernel/index.ts';
import type { ReportContent, ReportStore } from '../../domain/meetings/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';
import { KEPT, makeVersions } from './versions.ts';

const ofBuurt = prepared('reports_of_buurt', ({ db, t }: Session<PublishedTables>) =>
  db
    .select(getTableColumns(t.reports))
    .from(t.reports)
    .innerJoin(t.meetings, eq(t.meetings.id, t.reports.id))
    .where(eq(t.reports.buurtId, given('buurtId')))
    .orderBy(desc(t.meetings.startsAt), asc(t.reports.id)),
);

const ofMeeting = prepared('report_of_meeting', ({ db, t }: Session<PublishedTables>) =>
  db
    .select()
    .from(t.reports)
    .where(eq(t.reports.id, given('id'))),
);

export function makeReportStore(database: PublishedDatabase): ReportStore {
  const { read } = database;
  const { t } = read;
  const versions = makeVersions<ReportContent>(database, 'report', t.reports);

  return {
    list: (buurtId) => ofBuurt(read, { buurtId }),

    get: async (id) => (mayBeId(id) ? (await ofMeeting(read, { id }))[0] : undefined),

    save: (report, note) =>
      versions.save(report, note, {
        first: (tx) =>
          tx.db.insert(tx.t.reports).values(report).onConflictDoNothing().returning({ id: tx.t.reports.id }),
        next: (tx, before) =>
          tx.db
            .update(tx.t.reports)
            .set({ ...report, ...KEPT })
            .where(and(eq(tx.t.reports.id, report.id), eq(tx.t.reports.version, before)))
            .returning({ id: tx.t.reports.id }),
      }),

    history: versions.history,
  };
}
