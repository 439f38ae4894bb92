import type { Config } from '../config.ts';
import { copyRows } from '../storage/engine/index.ts';
import { openRealms, type Realms } from './realms.ts';

async function copyAll(from: Realms, to: Realms): Promise<boolean> {
  if (!(await to.published.takeSample(from.published))) return false;
  // The desk that has a key already keeps that one: to the sample's key only the sample is sealed.
  if ((await to.signals.keyStore.active()) !== undefined) await from.signals.keyStore.retire();
  await copyRows(from.signals.database, to.signals.database);
  await copyRows(from.professionals.database, to.professionals.database);
  await copyRows(from.residents.database, to.residents.database);
  return true;
}

/**
 * Puts a sample that is complete in `from` into the databases of `to`: what is public in one transaction, so that a start that
 * is cut off leaves no half of it. True once in the life of those databases, whichever of two servers is first.
 */
export async function takeSample(from: Config, to: Config): Promise<boolean> {
  const now = () => new Date();
  const [source, target] = [openRealms(from, now), openRealms(to, now)];
  try {
    return await copyAll(source, target);
  } finally {
    const databases = [source, target].flatMap((realms) => Object.values(realms).map(({ database }) => database));
    await Promise.all(databases.map((database) => database[Symbol.asyncDispose]()));
  }
}
