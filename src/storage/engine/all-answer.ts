import type { RealmDatabase } from './realm.ts';

/** A monitor asks every few seconds, and gives up itself after about as long. */
const PATIENCE = 3_000;

/** Whether all these databases answer, within three seconds. */
export async function allAnswer(databases: readonly Pick<RealmDatabase<string, unknown>, 'ping'>[]): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), PATIENCE);
  const answers = Promise.all(databases.map((database) => database.ping())).then(
    () => true,
    () => false,
  );
  return Promise.race([answers, late.promise]).finally(() => clearTimeout(timer));
}
