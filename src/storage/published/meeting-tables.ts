import type { LonLat } from '../../domain/kernel/index.ts';
import type { Agreement, MeetingTranslation } from '../../domain/meetings/index.ts';
import type { Kit } from '../engine/index.ts';
import { ofBuurt, type Buurten, type Strings } from './buurt-tables.ts';

/** Where a meeting is, and how to get there. */
const whereColumns = (k: Kit) => ({
  placeName: k.text('place_name').notNull(),
  address: k.text('address').notNull(),
  place: k.json<LonLat>('place'),
  route: k.text('route').notNull().default(''),
  online: k.bool('online').notNull().default(false),
});

/** What makes it easy to come. */
const welcomeColumns = (k: Kit) => ({
  languages: k.json<Strings>('languages').notNull(),
  interpreters: k.json<Strings>('interpreters').notNull().default([]),
  wheelchair: k.bool('wheelchair').notNull(),
  childcare: k.bool('childcare').notNull(),
  food: k.bool('food').notNull(),
});

/** Meetings, what became of them, and how many places are left. */
export const meetingTables = (k: Kit, buurten: Buurten) => ({
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
      places: k.int('places').notNull(),
      organiser: k.text('organiser').notNull(),
      ...welcomeColumns(k),
      audience: k.text('audience').notNull().default(''),
      agenda: k.text('agenda').notNull().default(''),
      signUpOpensAt: k.time('sign_up_opens_at'),
      signUpClosesAt: k.time('sign_up_closes_at'),
      ...whereColumns(k),
      translations: k.json<readonly MeetingTranslation[]>('translations').notNull().default([]),
      series: k.text('series'),
      themeIds: k.json<Strings>('theme_ids').notNull(),
      cancelled: k.text('cancelled'),
      /** See `Meeting`: false only for what was over when the migration came that made this column. */
      reportPromised: k.bool('report_promised').notNull().default(true),
    },
    (t) => [
      k.unique('meetings_slug').on(t.slug),
      k.index('meetings_by_end').on(t.endsAt),
      k.index('meetings_by_buurt').on(t.buurtId, t.endsAt),
      k.index('meetings_by_series').on(t.series),
    ],
  ),
  /** What became of a meeting; the id is that of the meeting. */
  reports: k.table(
    'reports',
    {
      ...ofBuurt(k, buurten),
      said: k.text('said').notNull(),
      agreements: k.json<readonly Agreement[]>('agreements').notNull(),
      next: k.text('next').notNull(),
      tellOn: k.text('tell_on'),
      attended: k.int('attended'),
    },
    (t) => [k.index('reports_by_buurt').on(t.buurtId)],
  ),
  /** The door *places left*: numbers that the residents realm told. Apart, because they are no part of the text. */
  meetingPlaces: k.table('meeting_places', {
    meetingId: k.text('meeting_id').primaryKey(),
    left: k.int('left_over').notNull(),
    waiting: k.int('waiting').notNull(),
    turn: k.int('turn').notNull(),
  }),
});
