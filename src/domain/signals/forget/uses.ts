import type { Now } from '../../kernel/index.ts';
import { makeForgetSignals, type ForgetStore, type Forgotten } from './forget-signals.ts';

export type { Forgotten, ForgetStore } from './forget-signals.ts';

/** What the clock does with signals. Withdrawing is part of the dialogue. */
export interface ForgetUses {
  /** Deletes what may no longer be kept, from the files as well. May run at any time, also in two processes at once. */
  forget(): Promise<Forgotten>;
}

export interface ForgetNeeds {
  readonly forgetting: ForgetStore;
  /** Weeks after its arrival in which text, photo and dialogue of a signal are kept, at most. */
  readonly keepWeeks: number;
  readonly now: Now;
}

export const makeForgetUses = (needs: ForgetNeeds): ForgetUses => ({ forget: makeForgetSignals(needs) });
