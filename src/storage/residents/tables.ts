import { sql } from 'drizzle-orm';
import { LETTER_LANGUAGES } from '../../domain/kernel/index.ts';
import { ORIGINS } from '../../domain/sign-ups/index.ts';
import { letterColumns, type Kit, type RealmDatabase } from '../engine/index.ts';

const STATES = ['placed', 'waiting', 'offered', 'cancelled', 'lapsed'] as const;

/** The tables with residents' names and addresses. Each row that tells who somebody is has a day on which it goes. */
export function defineTables(k: Kit) {
  /** One row per meeting: the lock under which places are given. Its counts stay when the names are forgotten. */
  const signUpLists = k.table(
    'sign_up_lists',
    {
      meetingId: k.text('meeting_id').primaryKey(),
      places: k.int('places').notNull(),
      /** People placed. */
      taken: k.int('taken').notNull(),
      /** Sign-ups that wait. */
      waiting: k.int('waiting').notNull(),
      lastNumber: k.int('last_number').notNull(),
      turn: k.int('turn').notNull(),
      /** As the organiser set it last; null for a list from before this was kept. */
      forgetAfter: k.time('forget_after'),
      /** The version of the meeting that everybody on the list was told of; 0 for a list from before versions were kept. */
      version: k.int('version').notNull().default(0),
      startsAt: k.time('starts_at'),
      /** The meeting does not go on: no place is offered any more. */
      off: k.bool('off').notNull().default(false),
      /** For participants only; goes with their names. */
      onlineLink: k.text('online_link'),
      /** What stays when the names are forgotten: how many people signed up and how many came. */
      signedUp: k.int('signed_up'),
      came: k.int('came'),
      walkIns: k.int('walk_ins'),
    },
    (t) => [k.check('sign_up_lists_counts', sql`${t.places} >= 0 and ${t.taken} >= 0 and ${t.waiting} >= 0`)],
  );
  const signUps = k.table(
    'sign_ups',
    {
      id: k.text('id').primaryKey(),
      meetingId: k
        .text('meeting_id')
        .notNull()
        .references(() => signUpLists.meetingId),
      number: k.int('number').notNull(),
      state: k.oneOf('state', STATES).notNull(),
      name: k.text('name').notNull(),
      email: k.text('email').notNull(),
      /** Address and name without case: who signs up twice is known. */
      who: k.text('who').notNull(),
      people: k.int('people').notNull(),
      needs: k.text('needs').notNull(),
      /** Who filled in the form for somebody else; empty when people signed up themselves. */
      by: k.text('signed_up_by').notNull().default(''),
      question: k.text('question').notNull().default(''),
      /** Only of who has no e-mail address: entered by the organiser. */
      phone: k.text('phone').notNull().default(''),
      wantsReport: k.bool('wants_report').notNull().default(false),
      language: k.oneOf('language', LETTER_LANGUAGES).notNull().default('nl'),
      origin: k.oneOf('origin', ORIGINS).notNull().default('web'),
      confirmedAt: k.time('confirmed_at'),
      /** Until when we wait for an answer: a confirmation, or yes to an offered place. Null when nothing is asked. */
      answerBy: k.time('answer_by'),
      /** How many of them came; null while nobody looked. */
      arrived: k.int('arrived'),
      /** When that was put down last, so that an older mark that arrives late does not undo it. */
      markedAt: k.time('marked_at'),
      createdAt: k.time('created_at').notNull(),
      linkHash: k.text('link_hash').notNull(),
      forgetAfter: k.time('forget_after').notNull(),
    },
    (t) => [
      k.unique('sign_ups_link').on(t.linkHash),
      k.unique('sign_ups_number').on(t.meetingId, t.number),
      k
        .unique('sign_ups_once')
        .on(t.meetingId, t.who)
        .where(sql`${t.state} not in ('cancelled', 'lapsed')`),
      k.index('sign_ups_queue').on(t.meetingId, t.state, t.number),
      k.index('sign_ups_to_forget').on(t.forgetAfter),
      k.index('sign_ups_to_answer').on(t.answerBy),
      k.index('sign_ups_to_answer_of_list').on(t.meetingId, t.answerBy),
      k.check('sign_ups_people', sql`${t.people} >= 1`),
    ],
  );
  /** People at the door who had not signed up: a number, and the id by which a phone that tries twice counts once. */
  const walkIns = k.table(
    'walk_ins',
    {
      id: k.text('id').primaryKey(),
      meetingId: k
        .text('meeting_id')
        .notNull()
        .references(() => signUpLists.meetingId),
      people: k.int('people').notNull(),
    },
    (t) => [k.index('walk_ins_of_list').on(t.meetingId)],
  );
  const letters = k.table(
    'letters',
    {
      ...letterColumns(k),
      /** Which sign-up it is about: both are forgotten together. */
      signUpId: k.text('sign_up_id').references(() => signUps.id, { onDelete: 'cascade' }),
    },
    (t) => [
      k.index('letters_due').on(t.dueAt),
      k.index('letters_of_sign_up').on(t.signUpId),
      k.unique('letters_once').on(t.signUpId, t.fact),
    ],
  );
  return { signUpLists, signUps, walkIns, letters };
}

export type ResidentsTables = ReturnType<typeof defineTables>;
export type ResidentsDatabase = RealmDatabase<'residents', ResidentsTables>;
