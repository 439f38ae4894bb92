import { ok, refused, type Now, type Result } from '../../kernel/index.ts';
import type { Budgets } from './budgets.ts';
import { readFormToken, type PassPurpose } from './form-token.ts';
import type { Memory } from './memory.ts';
import { isGoodProof, type ProofSecrets } from './proof.ts';

/** Seconds that anybody needs to look at what will be sent. */
const SHORTEST_LOOK = 3;
/** The same, from a crowded network and without proof of work. */
const SHORTEST_LOOK_IN_A_CROWD = 10;

/** Seconds in which a form that was stored by another server, or by this one before it fell over, is still sent by the same person. */
const YOUNG = 600;

/** What came with a form, as it was posted. */
export interface Entry {
  readonly purpose: PassPurpose;
  readonly token: string;
  /** What the browser worked out; empty without JavaScript, and then the slow lane is taken. */
  readonly proof: string;
  /** The field that no person sees; filled in by programs that fill in everything. */
  readonly trap: string;
  readonly crowded: boolean;
}

export interface Admitted {
  /** `slow`: without proof of work. The desk sees which. */
  readonly lane: 'fast' | 'slow';
  /** The same form again, by a double click or while the first is under way: it is stored once, and says the same. */
  readonly again: boolean;
  /** The form is minutes old: whoever sends it is still who filled it in, also when another server stored it already. */
  readonly young: boolean;
}

/**
 * `stale`: too old (after two to three hours), or refused before · `foreign`: not ours, changed, or of another form ·
 * `too-fast`: quicker than anybody reads · `trap`: the hidden field was filled in · `spent`: was sent with it already, minutes
 * ago · `later`: in a flood; a signal with proof never is.
 * Each is answered with a new pass and everything that was typed; too-fast and trap say the same, neutral words.
 */
export type GateRefusal = 'stale' | 'foreign' | 'too-fast' | 'trap' | 'spent' | 'later';

interface AdmitNeeds {
  readonly secretKey: string;
  readonly secrets: ProofSecrets;
  readonly now: Now;
  readonly budgets: Budgets;
  readonly memory: Memory;
}

/** Judges what came with a form, once: what is refused here is never let in with the same token. */
export const makeAdmit = (needs: AdmitNeeds) => {
  const { budgets, memory, secrets } = needs;
  return async (entry: Entry): Promise<Result<Admitted, GateRefusal>> => {
    const { purpose, token } = entry;
    const read = readFormToken(token, purpose, needs);
    // Nothing is remembered of these: who makes up tokens would fill our memory with them.
    if (!read.ok) return read;
    const lane = (await isGoodProof(token, entry.proof, secrets)) ? 'fast' : 'slow';

    // From here to the end without waiting, so that two posts at once come one after the other.
    const state = memory.stateOf(token);
    if (state === 'burnt') return refused('stale');
    if (state === 'stored' && !memory.justStored(token)) return refused('spent');
    const young = read.value.age < YOUNG;
    if (state !== undefined) return ok({ lane, again: true, young });
    const mistake = mistakeIn(entry, lane, read.value.age);
    if (mistake) {
      memory.burn(token);
      return refused(mistake);
    }
    if (purpose === 'signal') {
      if (!budgets.hasRoom(lane, read.value.lanes)) return refused('later');
      budgets.count(lane);
    } else if (!budgets.takesReply()) return refused('later');
    memory.letIn(token);
    return ok({ lane, again: false, young });
  };
};

function mistakeIn({ trap, crowded }: Entry, lane: 'fast' | 'slow', age: number): 'trap' | 'too-fast' | undefined {
  if (trap !== '') return 'trap';
  const shortest = lane === 'slow' && crowded ? SHORTEST_LOOK_IN_A_CROWD : SHORTEST_LOOK;
  return age < shortest ? 'too-fast' : undefined;
}
