import { realmProblem, type Config, type Realm, type RealmTarget } from '../config.ts';
import type { Audit } from '../domain/audit/index.ts';
import type { Now } from '../domain/kernel/index.ts';
import type { Mailer } from '../mail/index.ts';
import { openProfessionals } from '../storage/professionals/index.ts';
import { openPublished } from '../storage/published/index.ts';
import { openResidents } from '../storage/residents/index.ts';
import { openSignals } from '../storage/signals/index.ts';

export type Realms = ReturnType<typeof openRealms>;

function openOne<Opened>(config: Config, realm: Realm, open: (target: RealmTarget) => Opened): Opened {
  try {
    return open(config.realms[realm]);
  } catch (error) {
    throw realmProblem(config, realm, error);
  }
}

const HOUR_MS = 3_600_000;

/** How long residents have to answer what was asked. */
const patienceOf = ({ confirmWithinHours, offerWithinHours }: Config) => ({
  confirmMs: confirmWithinHours * HOUR_MS,
  offerMs: offerWithinHours * HOUR_MS,
});

/** Opens the four databases, each with its own handle. */
export const openRealms = (config: Config, now: Now) => ({
  published: openOne(config, 'published', openPublished),
  residents: openOne(config, 'residents', (target) => openResidents(target, { now, patience: patienceOf(config) })),
  signals: openOne(config, 'signals', openSignals),
  professionals: openOne(config, 'professionals', (target) => openProfessionals(target, { now })),
});

/** One after the other: a problem is then said of the realm that has it. */
export async function migrateAll(realms: Realms, config: Config): Promise<void> {
  for (const { database } of Object.values(realms)) {
    await database.migrate().catch((error: unknown) => {
      throw realmProblem(config, database.realm, error);
    });
  }
}

/** What the use cases are made of. */
export interface Wiring {
  readonly realms: Realms;
  readonly config: Config;
  readonly now: Now;
  readonly report: (problem: string, error: unknown) => void;
  readonly record: Audit['record'];
  /** One for both realms with letters: it keeps nothing of them. */
  readonly mailer: Mailer;
}
