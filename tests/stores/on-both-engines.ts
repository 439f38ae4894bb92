import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { RealmTarget } from '../../src/storage/engine/index.ts';
import { aPostgresDatabase } from '../postgres.ts';

interface Opened {
  readonly database: AsyncDisposable & { migrate(): Promise<void> };
}

export const ENGINES = ['sqlite', 'postgres'] as const;

/** A new, empty place for a realm; `clear` removes what stays on the disk. */
export async function aPlace(engine: (typeof ENGINES)[number]): Promise<{ target: RealmTarget; clear: () => void }> {
  if (engine === 'postgres') return { target: { postgres: await aPostgresDatabase() }, clear: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'buurtbalans-store-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  return { target: { sqlite: join(folder, 'realm.sqlite') }, clear };
}

/**
 * Runs one contract on SQLite and on a real PostgreSQL: what holds on one must hold on the other. `contract` gets a function
 * that gives the realm (opened once per suite), and the target for who wants to open it a second time.
 */
export function onBothEngines<Realm extends Opened>(
  title: string,
  open: (target: RealmTarget) => Realm,
  contract: (realm: () => Realm, target: () => RealmTarget) => void,
): void {
  describe.each(ENGINES)(`${title} on %s`, (engine) => {
    let given: { realm: Realm; place: Awaited<ReturnType<typeof aPlace>> } | undefined;
    const theGiven = () => {
      if (given === undefined) throw new Error('The realm is open only while tests run.');
      return given;
    };

    beforeAll(async () => {
      const place = await aPlace(engine);
      given = { realm: open(place.target), place };
      await given.realm.database.migrate();
    });
    afterAll(async () => {
      await given?.realm.database[Symbol.asyncDispose]();
      given?.place.clear();
    });

    contract(
      () => theGiven().realm,
      () => theGiven().place.target,
    );
  });
}
