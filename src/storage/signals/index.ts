import { join } from 'node:path';
import type {
  DeskStore,
  DialogueStore,
  ForgetStore,
  GateStore,
  IntakeStore,
  KeyStore,
  QuestionListStore,
  ReleaseLedger,
} from '../../domain/signals/index.ts';
import { openRealm, type RealmTarget } from '../engine/index.ts';
import { makeDeskStore } from './desk-store.ts';
import { makeDialogueStore } from './dialogue-store.ts';
import { makeForgetStore } from './forget-store.ts';
import { makeGateStore } from './gate-store.ts';
import { makeIntakeStore } from './intake-store.ts';
import { makeKeyStore } from './key-store.ts';
import { makeQuestionListStore } from './question-store.ts';
import { makeReleaseLedger } from './release-ledger.ts';
import { defineTables, type SignalsDatabase } from './tables.ts';

/** Each store stands under the name by which the use cases ask for it. */
export interface Signals {
  readonly database: SignalsDatabase;
  readonly intakeStore: IntakeStore;
  readonly keyStore: KeyStore;
  readonly gateStore: GateStore;
  readonly deskStore: DeskStore;
  readonly dialogue: DialogueStore;
  readonly questionLists: QuestionListStore;
  readonly ledger: ReleaseLedger;
  readonly forgetting: ForgetStore;
}

/** Opens the realm of the anonymous signals. Call `database.migrate()` before the first use, and dispose of it at the end. */
export function openSignals(target: RealmTarget): Signals {
  const folder = join(import.meta.dirname, '../../../db/signals');
  const database = openRealm(target, { realm: 'signals', folder, tables: defineTables, watched: false });
  return {
    database,
    intakeStore: makeIntakeStore(database),
    keyStore: makeKeyStore(database),
    gateStore: makeGateStore(database),
    deskStore: makeDeskStore(database),
    dialogue: makeDialogueStore(database),
    questionLists: makeQuestionListStore(database),
    ledger: makeReleaseLedger(database),
    forgetting: makeForgetStore(database),
  };
}
