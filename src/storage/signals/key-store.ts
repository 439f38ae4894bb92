import { asc, desc, eq } from 'drizzle-orm';
import { ok, refused } from '../../domain/kernel/index.ts';
import type { KeyStore } from '../../domain/signals/index.ts';
import { insertSignal } from './intake-store.ts';
import type { SignalsDatabase } from './tables.ts';

/** Keys of the desk, their secret halves wrapped; and what waits to be sealed since before there were keys. */
export function makeKeyStore(database: SignalsDatabase): KeyStore {
  const { db, t } = database.read;
  return {
    async active() {
      const { id, publicKey, active, number } = t.deskKeys;
      const found = await db
        .select({ id, publicKey })
        .from(t.deskKeys)
        .where(eq(active, true))
        .orderBy(desc(number))
        .limit(1);
      return found[0];
    },

    list: () => db.select().from(t.deskKeys).orderBy(desc(t.deskKeys.number)),

    add: (key, replacing) =>
      database.write(async (tx) => {
        const { deskKeys } = tx.t;
        const all = await tx.db
          .select({ id: deskKeys.id, active: deskKeys.active, number: deskKeys.number })
          .from(deskKeys);
        if ((all.find(({ active }) => active)?.id ?? null) !== replacing) return refused('changed');
        const number = Math.max(0, ...all.map((each) => each.number)) + 1;
        await tx.db.update(deskKeys).set({ active: false });
        await tx.db.insert(deskKeys).values({ ...key, active: true, number });
        return ok({ number });
      }),

    retire: () =>
      database.write(async (tx) => {
        await tx.db.update(tx.t.deskKeys).set({ active: false });
      }),

    rewrap: (keys) =>
      database.write(async (tx) => {
        for (const { id, ...wrapping } of keys)
          await tx.db.update(tx.t.deskKeys).set(wrapping).where(eq(tx.t.deskKeys.id, id));
      }),

    unsealed: (limit) => db.select().from(t.unsealed).orderBy(asc(t.unsealed.id)).limit(limit),

    replaceUnsealed: (pairs) =>
      database.write(async (tx) => {
        let count = 0;
        for (const { was, is } of pairs) {
          const { unsealed } = tx.t;
          const plain = await tx.db.delete(unsealed).where(eq(unsealed.id, was)).returning({ id: unsealed.id });
          if (plain.length === 0) continue;
          await insertSignal(tx, is);
          count += 1;
        }
        return count;
      }),

    wipeUnsealed: () => database.rewrite(),
  };
}
