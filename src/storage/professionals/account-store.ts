import { and, asc, eq, gt, isNull, lt, lte, or } from 'drizzle-orm';
import type { Account, AccountStore } from '../../domain/accounts/index.ts';
import { emailKey } from '../../domain/kernel/index.ts';
import type { ProfessionalsDatabase, ProfessionalsTables } from './tables.ts';

const rowOf = (account: Account) => ({ ...account, emailKey: emailKey(account.email) });

const accountOf = ({ accounts }: ProfessionalsTables) => ({
  id: accounts.id,
  email: accounts.email,
  name: accounts.name,
  grants: accounts.grants,
  passwordHash: accounts.passwordHash,
  totpSecret: accounts.totpSecret,
  totpLastStep: accounts.totpLastStep,
  createdAt: accounts.createdAt,
});

export function makeAccountStore(database: ProfessionalsDatabase): AccountStore {
  const { db, t } = database.read;
  const accounts = () => db.select(accountOf(t)).from(t.accounts).$dynamic();

  return {
    findByEmail: async (email) => (await accounts().where(eq(t.accounts.emailKey, emailKey(email))))[0],
    get: async (id) => (await accounts().where(eq(t.accounts.id, id)))[0],
    list: () => accounts().orderBy(asc(t.accounts.name), asc(t.accounts.id)),
    count: () => db.$count(t.accounts),

    save: (account) =>
      database.write(async (tx) => {
        await tx.db.insert(tx.t.accounts).values(rowOf(account));
      }),

    change: (id, change) =>
      database.write(async (tx) => {
        const [before] = await tx.db.select(accountOf(tx.t)).from(tx.t.accounts).where(eq(tx.t.accounts.id, id));
        if (before === undefined) return undefined;
        const after = { ...change(before), id };
        await tx.db.update(tx.t.accounts).set(rowOf(after)).where(eq(tx.t.accounts.id, id));
        return after;
      }),

    remove: (id) =>
      database.write(async (tx) => {
        await tx.db.delete(tx.t.accounts).where(eq(tx.t.accounts.id, id));
      }),

    invite: (invitation) =>
      database.write(async (tx) => {
        const { invitations } = tx.t;
        await tx.db.delete(invitations).where(eq(invitations.accountId, invitation.accountId));
        await tx.db.insert(invitations).values(invitation);
      }),

    invitation: async (secretHash, now) =>
      (
        await db
          .select()
          .from(t.invitations)
          .where(and(eq(t.invitations.secretHash, secretHash), gt(t.invitations.expiresAt, now)))
      )[0],

    accept: (secretHash, now, { passwordHash, totpSecret, totpStep }) =>
      database.write(async (tx) => {
        const { invitations } = tx.t;
        const [burned] = await tx.db
          .delete(invitations)
          .where(and(eq(invitations.secretHash, secretHash), gt(invitations.expiresAt, now)))
          .returning();
        if (burned === undefined) return false;
        await tx.db
          .update(tx.t.accounts)
          .set({ passwordHash, totpSecret, totpLastStep: totpStep })
          .where(eq(tx.t.accounts.id, burned.accountId));
        await tx.db.delete(invitations).where(lte(invitations.expiresAt, now));
        return true;
      }),

    useTotpStep: (accountId, step) =>
      database.write(async (tx) => {
        const table = tx.t.accounts;
        const unused = or(isNull(table.totpLastStep), lt(table.totpLastStep, step));
        const used = await tx.db
          .update(table)
          .set({ totpLastStep: step })
          .where(and(eq(table.id, accountId), unused))
          .returning({ id: table.id });
        return used.length > 0;
      }),
  };
}
