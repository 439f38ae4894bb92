/**
 * The gate keeps floods out without knowing who comes. No part of it sees an address: of where a request came from it hears
 * one word, `crowded`. All that it remembers is in memory, per process, and gone within hours.
 */
import type { Now, Result } from '../../kernel/index.ts';
import { makeAdmit, type Admitted, type Entry, type GateRefusal } from './admit.ts';
import { makeAttempts } from './attempts.ts';
import { makeBudgets } from './budgets.ts';
import { newFormToken, type Lanes, type PassPurpose } from './form-token.ts';
import { makeMemory } from './memory.ts';
import { isFormOpen, makeOpenness, type GateKeys, type GateStore, type Openness } from './openness.ts';
import { makeChallenge, proofSecrets } from './proof.ts';
import { newStamp, readStamp } from './stamp.ts';

export type { Admitted, Entry, GateRefusal } from './admit.ts';
export type { PassPurpose } from './form-token.ts';
export { isFormOpen, type GateKeys, type GateStore, type Openness } from './openness.ts';

export interface GateNeeds {
  readonly gateStore: GateStore;
  /** Room on the disk of the signals, in megabytes. Of a PostgreSQL server we see only our own disk. */
  readonly freeMegabytes: () => Promise<number>;
  readonly now: Now;
  readonly secretKey: string;
  /** Budgets, see Config; the first two are of one process. */
  readonly signalsPerHour: number;
  readonly slowSignalsPerHour: number;
  readonly signalsWaiting: number;
  readonly minFreeMegabytes: number;
}

/** What a form carries to be sent once. `challenge`: JSON for the browser to work on while its reader reads. */
export interface Pass {
  readonly token: string;
  readonly challenge: string;
}

export interface PassWish {
  readonly purpose: PassPurpose;
  /** What the open form carried, see `stamp`; for signals only. */
  readonly stamp?: string;
  /** Many come from this visitor's network: the proof is then more work. */
  readonly crowded: boolean;
}

export interface GateUses {
  /** Whether the form is open, for before anybody types. Cheap: looked up at most once in some seconds. */
  openness(): Promise<Openness>;
  /** Changes with what `openness` and `stamp` would answer; for a cache of pages. Never waits. */
  mark(): string;
  /**
   * What the open form carries, the same for everybody: who has it saw an open form, and is let through when it closes while
   * they write. Good for this hour and the next eleven. In a hidden field on the form and the check page.
   */
  stamp(): Promise<string>;
  /** When a form is checked: whether it is open, or was for who has this stamp. False: say `openness`, with the text kept. */
  mayGoOn(stamp: string): Promise<boolean>;
  /** For each form that is to be sent once. A new one with every page. */
  newPass(wish: PassWish): Promise<Pass>;
  /**
   * Judges what came with a form; before storing. What is refused (but for `later`) is burnt: its token is never good again.
   * After storing call `stored`, after any failure or refusal to store `burn`.
   */
  admit(entry: Entry): Promise<Result<Admitted, GateRefusal>>;
  burn(token: string): void;
  /** What this form sent is in the database. */
  stored(token: string): void;
  /** Whether this process stored it one or two minutes ago at most: only then the same receipt is shown again (a double click). */
  justStored(token: string): boolean;
  /** Before a receipt code is looked up: false asks to come back in a minute. Slows guessing down; locks nobody out. */
  mayTryCode(crowded: boolean): boolean;
}

export function makeGateUses(needs: GateNeeds, keys: GateKeys): GateUses {
  const { secretKey, now } = needs;
  const budgets = makeBudgets(needs);
  const memory = makeMemory(now);
  const openness = makeOpenness({ ...needs, keys, budgets });
  const secrets = proofSecrets(secretKey);

  const lanesNow = async (): Promise<Lanes> => ((await openness.look()) === 'open' ? 'all' : 'fast');

  return {
    openness: openness.look,
    mark: openness.mark,
    stamp: async () => newStamp(await lanesNow(), needs),
    mayGoOn: async (stamp) => readStamp(stamp, needs) !== undefined || isFormOpen(await openness.look()),
    async newPass({ purpose, stamp = '', crowded }) {
      const lanes = purpose === 'signal' ? (readStamp(stamp, needs) ?? (await lanesNow())) : 'all';
      const token = newFormToken(needs, { purpose, lanes });
      return { token, challenge: await makeChallenge(token, { secrets, hard: crowded || budgets.isBusy() }) };
    },
    admit: makeAdmit({ secretKey, secrets, now, budgets, memory }),
    burn: memory.burn,
    stored: memory.store,
    justStored: memory.justStored,
    mayTryCode: makeAttempts(now).mayTry,
  };
}
