import type { BuurtContent } from '../../domain/buurten/index.ts';
import { ACCENTS, STEPS } from '../../domain/buurten/index.ts';
import type { Target } from '../../domain/interventions/index.ts';
import { INTERVENTION_STATES } from '../../domain/interventions/index.ts';
import type { LonLat } from '../../domain/kernel/index.ts';
import { DECISIONS, HEARD_FROM } from '../../domain/responses/index.ts';
import type { ThemeContent } from '../../domain/themes/index.ts';
import { THEME_PHASES } from '../../domain/themes/index.ts';
import type { PictureUse } from '../../domain/updates/index.ts';
import type { Kit, RealmDatabase } from '../engine/index.ts';
import { pictureFilesTable } from '../engine/index.ts';
import { areaTables, figureTables } from './imported-tables.ts';

type Strings = readonly string[];

/** What every text with versions has. */
const versioned = (k: Kit) => ({
  id: k.text('id').primaryKey(),
  version: k.int('version').notNull(),
  publishedAt: k.time('published_at').notNull(),
  changedAt: k.time('changed_at').notNull(),
});

const buurtTables = (k: Kit) => ({
  buurten: k.table(
    'buurten',
    {
      ...versioned(k),
      slug: k.text('slug').notNull(),
      name: k.text('name').notNull(),
      focus: k.text('focus').notNull(),
      introduction: k.text('introduction').notNull(),
      step: k.oneOf('step', STEPS).notNull(),
      stepSince: k.text('step_since').notNull(),
      stepNote: k.text('step_note').notNull(),
      areaCodes: k.json<Strings>('area_codes').notNull(),
      boroughCode: k.text('borough_code'),
      cityCode: k.text('city_code'),
      keyIndicators: k.json<Strings>('key_indicators').notNull(),
      accent: k.oneOf('accent', ACCENTS).notNull(),
      organisations: k.json<BuurtContent['organisations']>('organisations').notNull(),
      contact: k.json<BuurtContent['contact']>('contact').notNull(),
      places: k.json<BuurtContent['places']>('places').notNull(),
      sample: k.bool('sample').notNull(),
    },
    (t) => [k.unique('buurten_slug').on(t.slug)],
  ),
});

type Buurten = ReturnType<typeof buurtTables>['buurten'];

/** What every text of a buurt has. */
const ofBuurt = (k: Kit, buurten: Buurten) => ({
  ...versioned(k),
  buurtId: k
    .text('buurt_id')
    .notNull()
    .references(() => buurten.id),
});

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
  signalCounts: k.table(
    'signal_counts',
    {
      buurtId: k.text('buurt_id').notNull(),
      themeId: k.text('theme_id'),
      kind: k.text('kind').notNull(),
      count: k.int('count').notNull(),
      releasedOn: k.text('released_on').notNull(),
    },
    (t) => [k.index('signal_counts_by_buurt').on(t.buurtId)],
  ),
});

const meetingTables = (k: Kit, buurten: Buurten) => ({
  meetings: k.table(
    'meetings',
    {
      ...ofBuurt(k, buurten),
      slug: k.text('slug').notNull(),
      title: k.text('title').notNull(),
      description: k.text('description').notNull(),
      summary: k.text('summary').notNull(),
      startsAt: k.time('starts_at').notNull(),
      endsAt: k.time('ends_at').notNull(),
      placeName: k.text('place_name').notNull(),
      address: k.text('address').notNull(),
      place: k.json<LonLat>('place'),
      places: k.int('places').notNull(),
      organiser: k.text('organiser').notNull(),
      languages: k.json<Strings>('languages').notNull(),
      wheelchair: k.bool('wheelchair').notNull(),
      childcare: k.bool('childcare').notNull(),
      food: k.bool('food').notNull(),
      themeIds: k.json<Strings>('theme_ids').notNull(),
      cancelled: k.text('cancelled'),
    },
    (t) => [
      k.unique('meetings_slug').on(t.slug),
      k.index('meetings_by_end').on(t.endsAt),
      k.index('meetings_by_buurt').on(t.buurtId, t.endsAt),
    ],
  ),
  /** The door *places left*: numbers that the residents realm told. Apart, because they are no part of the text. */
  meetingPlaces: k.table('meeting_places', {
    meetingId: k.text('meeting_id').primaryKey(),
    left: k.int('left_over').notNull(),
    waiting: k.int('waiting').notNull(),
    turn: k.int('turn').notNull(),
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
    ...meetingTables(k, buurten),
    ...figureTables(k),
    ...versionTables(k),
    pictureFiles: pictureFilesTable(k),
  };
}

export type PublishedTables = ReturnType<typeof defineTables>;
export type PublishedDatabase = RealmDatabase<'published', PublishedTables>;
