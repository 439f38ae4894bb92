import { eq, lte } from 'drizzle-orm';
import type { Adapter, DatabaseSession } from 'lucia';
import { createHash } from 'node:crypto';
import type { ProfessionalsDatabase } from './tables.ts';

const hashOf = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex');

/**
 * Keeps lucia's sessions with only the SHA-256 of their ids: the id in the cookie cannot be found back from the database.
 * `getUserSessions` therefore gives hashes as ids. A session ends with its account.
 */
export function makeSessionAdapter(database: ProfessionalsDatabase, now: () => Date = () => new Date()): Adapter {
  const { db, t } = database.read;

  return {
    async getSessionAndUser(sessionId) {
      const [row] = await db
        .select({ accountId: t.sessions.accountId, expiresAt: t.sessions.expiresAt })
        .from(t.sessions)
        .innerJoin(t.accounts, eq(t.accounts.id, t.sessions.accountId))
        .where(eq(t.sessions.idHash, hashOf(sessionId)));
      if (row === undefined) return [null, null];
      const { accountId, expiresAt } = row;
      return [
        { id: sessionId, userId: accountId, expiresAt, attributes: {} },
        { id: accountId, attributes: {} },
      ];
    },

    async getUserSessions(accountId): Promise<DatabaseSession[]> {
      const rows = await db.select().from(t.sessions).where(eq(t.sessions.accountId, accountId));
      return rows.map(({ idHash, expiresAt }) => ({ id: idHash, userId: accountId, expiresAt, attributes: {} }));
    },

    setSession: ({ id, userId, expiresAt }) =>
      database.write(async (tx) => {
        await tx.db.insert(tx.t.sessions).values({ idHash: hashOf(id), accountId: userId, expiresAt });
      }),

    updateSessionExpiration: (sessionId, expiresAt) =>
      database.write(async (tx) => {
        await tx.db
          .update(tx.t.sessions)
          .set({ expiresAt })
          .where(eq(tx.t.sessions.idHash, hashOf(sessionId)));
      }),

    deleteSession: (sessionId) =>
      database.write(async (tx) => {
        await tx.db.delete(tx.t.sessions).where(eq(tx.t.sessions.idHash, hashOf(sessionId)));
      }),

    deleteUserSessions: (accountId) =>
      database.write(async (tx) => {
        await tx.db.delete(tx.t.sessions).where(eq(tx.t.sessions.accountId, accountId));
      }),

    deleteExpiredSessions: () =>
      database.write(async (tx) => {
        await tx.db.delete(tx.t.sessions).where(lte(tx.t.sessions.expiresAt, now()));
      }),
  };
}
