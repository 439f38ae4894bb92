import type { Target } from '../../domain/interventions/index.ts';
import { INTERVENTION_STATES } from '../../domain/interventions/index.ts';
import type { LonLat } from '../../domain/kernel/index.ts';
import type { ReleasedCount } from '../../domain/releases/index.ts';
import { DECISIONS, HEARD_FROM } from '../../domain/responses/index.ts';
import type { ThemeContent } from '../../domain/themes/index.ts';
import { THEME_PHASES } from '../../domain/themes/index.ts';
import type { PictureUse } from '../../domain/updates/index.ts';
import type { Kit, RealmDatabase } from '../engine/index.ts';
import { pictureFilesTable } from '../engine/index.ts';
import { buurtTables, ofBuurt, type Buurten, type Strings } from './buurt-tables.ts';
import { areaTables, figureTables } from './imported-tables.ts';
import { meetingTables } from './meeting-tables.ts';

const themeTables = (k: Kit, buurten: Buurten) => ({
  themes: k.table(
    'themes',
    {
      ...ofBuurt(k, buurten),
      slug: k.text('slug').notNull(),
      title: k.text('title').notNull(),
      summary: k.text('summary').notNull(),
      intendedOutcome: k.text('intended_outcome').notNull(),
      phase: k.oneOf('phase', THEME_PHASES).notNull(),
      startedOn: k.text('started_on').notNull(),
      figuresShow: k.text('figures_show').notNull(),
      weHear: k.text('we_hear').notNull(),
      judgement: k.text('judgement').notNull(),
      indicators: k.json<Strings>('indicators').notNull(),
      workingGroup: k.json<ThemeContent['workingGroup']>('working_group').notNull(),
    },
    (t) => [k.unique('themes_slug').on(t.buurtId, t.slug)],
  ),
});

const interventionTables = (k: Kit, buurten: Buurten) => {
  const interventions = k.table(
    'interventions',
    {
      ...ofBuurt(k, buurten),
      slug: k.text('slug').notNull(),
      title: k.text('title').notNull(),
      owner: k.text('owner').notNull(),
      promise: k.text('promise').notNull(),
      dueOn: k.text('due_on'),
      target: k.json<Target>('target'),
      description: k.text('description').notNull(),
      themeIds: k.json<Strings>('theme_ids').notNull(),
      placeName: k.text('place_name').notNull(),
      place: k.json<LonLat>('place'),
    },
    (t) => [k.unique('interventions_slug').on(t.buurtId, t.slug)],
  );
  const progress = k.table(
    'progress',
    {
      id: k.text('id').primaryKey(),
      interventionId: k
        .text('intervention_id')
        .notNull()
        .references(() => interventions.id),
      at: k.time('at').notNull(),
      state: k.oneOf('state', INTERVENTION_STATES).notNull(),
      reached: k.real('reached'),
      text: k.text('text').notNull(),
    },
    (t) => [k.index('progress_by_intervention').on(t.interventionId, t.at)],
  );
  return { interventions, progress };
};

const newsTables = (k: Kit, buurten: Buurten) => ({
  updates: k.table(
    'updates',
    {
      ...ofBuurt(k, buurten),
      title: k.text('title').notNull(),
      text: k.text('text').notNull(),
      themeIds: k.json<Strings>('theme_ids').notNull(),
      interventionId: k.text('intervention_id'),
      pictures: k.json<readonly PictureUse[]>('pictures').notNull(),
    },
    (t) => [k.index('updates_by_buurt').on(t.buurtId, t.publishedAt)],
  ),
  responses: k.table(
    'responses',
    {
      ...ofBuurt(k, buurten),
      heardFrom: k.oneOf('heard_from', HEARD_FROM).notNull(),
      heardOn: k.text('heard_on').notNull(),
      heard: k.text('heard').notNull(),
      decision: k.oneOf('decision', DECISIONS).notNull(),
      answer: k.text('answer').notNull(),
      themeId: k.text('theme_id'),
      interventionId: k.text('intervention_id'),
    },
    (t) => [k.index('responses_by_buurt').on(t.buurtId, t.heardOn)],
  ),
});

/** Counts of signals that were released, in frozen batches; and how many homes there are in each square of the grid. */
const signalTables = (k: Kit) => ({
  signalReleases: k.table(
    'signal_releases',
    {
      buurtId: k.text('buurt_id').notNull(),
      batch: k.int('batch').notNull(),
      releasedOn: k.text('released_on').notNull(),
      counts: k.json<readonly ReleasedCount[]>('counts').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.buurtId, t.batch] })],
  ),
  homes: k.table('homes', {
    /** `r{x}-{y}`: a square of 100 m in RD; or the code of an area. See domain/homes. */
    square: k.text('square').primaryKey(),
    count: k.int('count').notNull(),
    source: k.text('source').notNull(),
  }),
});

const versionTables = (k: Kit) => ({
  versions: k.table(
    'versions',
    {
      kind: k.text('kind').notNull(),
      subjectId: k.text('subject_id').notNull(),
      version: k.int('version').notNull(),
      at: k.time('at').notNull(),
      note: k.text('note').notNull(),
      content: k.json<Readonly<Record<string, unknown>>>('content').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.kind, t.subjectId, t.version] })],
  ),
});

/** The tables of the realm that everybody may read. */
export function defineTables(k: Kit) {
  const { buurten } = buurtTables(k);
  return {
    buurten,
    ...areaTables(k),
    ...themeTables(k, buurten),
    ...interventionTables(k, buurten),
    ...newsTables(k, buurten),
    ...signalTables(k),
    ...meetingTables(k, buurten),
    ...figureTables(k),
    ...versionTables(k),
    pictureFiles: pictureFilesTable(k),
  };
}

export type PublishedTables = ReturnType<typeof defineTables>;
export type PublishedDatabase = RealmDatabase<'published', PublishedTables>;
