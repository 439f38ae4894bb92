import { and, eq, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { SignUpStore } from '../../domain/sign-ups/index.ts';
import { countAttendance } from './door.ts';
import type { ResidentsDatabase } from './tables.ts';

/** Deletes what may be forgotten. What stays of a list is how many signed up and how many came. */
export const makeForget =
  (database: ResidentsDatabase): SignUpStore['forget'] =>
  async (now) => {
    const gone = await database.write(async (tx) => {
      const { signUps, signUpLists: lists, walkIns } = tx.t;
      const over = lte(signUps.forgetAfter, now);
      const named = await tx.db.selectDistinct({ id: signUps.meetingId }).from(signUps).where(over);
      // Also a list on which nobody is left, with its link and its count of people without a name.
      const empty = await tx.db
        .select({ id: lists.meetingId })
        .from(lists)
        .where(and(lte(lists.forgetAfter, now), or(isNull(lists.signedUp), isNotNull(lists.onlineLink))));
      for (const meetingId of new Set([...named, ...empty].map(({ id }) => id))) {
        const { expected: signedUp, came, walkIns: without } = await countAttendance(tx, meetingId);
        const list = eq(lists.meetingId, meetingId);
        const first = and(list, isNull(lists.signedUp));
        await tx.db.update(lists).set({ signedUp, came, walkIns: without }).where(first);
        await tx.db.update(lists).set({ onlineLink: null }).where(list);
        await tx.db.delete(walkIns).where(eq(walkIns.meetingId, meetingId));
      }
      return tx.db.delete(signUps).where(over).returning({ id: signUps.id });
    });
    // Also when nothing went now: an earlier wipe may have been cut off.
    await database.wipeDeleted();
    return gone.length;
  };
