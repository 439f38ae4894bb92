import { ne, sql } from 'drizzle-orm';
import type { LetterAttachment } from '../../domain/kernel/index.ts';
import type { Kit, RealmDatabase } from '../engine/index.ts';

const STATES = ['placed', 'waiting', 'cancelled'] as const;

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
      /** As the organiser set it last; null while nothing changed since the first sign-up. */
      forgetAfter: k.time('forget_after'),
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
        .where(ne(t.state, sql.raw(`'cancelled'`))),
      k.index('sign_ups_queue').on(t.meetingId, t.state, t.number),
      k.index('sign_ups_to_forget').on(t.forgetAfter),
      k.check('sign_ups_people', sql`${t.people} >= 1`),
    ],
  );
  const letters = k.table(
    'letters',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').notNull(),
      /** Which sign-up it is about: both are forgotten together. */
      signUpId: k.text('sign_up_id').references(() => signUps.id, { onDelete: 'cascade' }),
      createdAt: k.time('created_at').notNull(),
      /** Null when sent, or given up. */
      dueAt: k.time('due_at'),
      attempts: k.int('attempts').notNull(),
      sentAt: k.time('sent_at'),
      error: k.text('error'),
      to: k.text('recipient'),
      subject: k.text('subject'),
      text: k.text('body_text'),
      html: k.text('body_html'),
      attachments: k.json<readonly LetterAttachment[]>('attachments'),
    },
    (t) => [k.index('letters_due').on(t.dueAt), k.index('letters_of_sign_up').on(t.signUpId)],
  );
  return { signUpLists, signUps, letters };
}

export type ResidentsTables = ReturnType<typeof defineTables>;
export type ResidentsDatabase = RealmDatabase<'residents', ResidentsTables>;
