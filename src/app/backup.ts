import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, dayOf, type Day, type Now } from '../domain/kernel/index.ts';
import type { Realms } from './realms.ts';

/** A backup is a folder that is called after its day; more on one day get a number. */
const NAME = /^(\d{4}-\d{2}-\d{2})(?:-\d+)?$/;
/** Being written: no backup yet, and thrown away by the next one when it was cut off. */
const UNFINISHED = 'unfinished';

export interface BackupNeeds {
  readonly realms: Realms;
  /** Where backups are kept. */
  readonly folder: string;
  readonly keepDays: number;
  readonly now: Now;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    // Nobody has made a backup yet.
    return [];
  }
}

/** The first name that is free: two backups on one day both stay. */
function freeName(day: Day, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? day : `${day}-${number}`;
    if (!taken.includes(name)) return name;
  }
}

/**
 * Copies of the four databases, and an end to each copy: what residents were told about backups on the pages is held here.
 * The secret key of the portal is not in them, so that a stolen backup cannot be searched by receipt codes.
 */
export const makeBackups = ({ realms, folder, keepDays, now }: BackupNeeds) => ({
  /** Makes one and gives its folder. Refuses (throws) on PostgreSQL, which brings tools of its own. */
  async make(): Promise<string> {
    const unfinished = join(folder, UNFINISHED);
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    for (const { database } of Object.values(realms))
      await database.copyTo(join(unfinished, `${database.realm}.sqlite`));
    const made = join(folder, freeName(dayOf(now()), await namesIn(folder)));
    await rename(unfinished, made);
    return made;
  },

  /** Deletes every backup that is older than was promised. Tells how many. */
  async expire(): Promise<number> {
    const oldest = addDays(dayOf(now()), -keepDays);
    const over = (await namesIn(folder)).filter((name) => (NAME.exec(name)?.[1] ?? oldest) < oldest);
    for (const name of over) await rm(join(folder, name), { recursive: true, force: true });
    return over.length;
  },
});
