import { ok, refused, type Actor, type Now, type RecordDeed, type Result } from '../../kernel/index.ts';
import { signalText, type TextMistake } from '../plain/signal-text.ts';
import type { KeyUses } from '../sealing/uses.ts';
import { DECISIONS_TO_CONFIRM, type DecisionToConfirm, type SignalState } from '../signal.ts';
import { atTheDesk } from './at-the-desk.ts';
import type { DeskStore, SealedDossier, StateChange } from './desk-store.ts';
import { deskTurn } from './desk-turn.ts';
import { markOf } from './proposer-mark.ts';

/** `new` takes a decision back, or sends a proposal back. */
export const DECISIONS = [...DECISIONS_TO_CONFIRM, 'new'] as const;

export interface Decision {
  readonly id: string;
  /** What the desk saw it to be; when somebody else was first it is not so any more. */
  readonly from: SignalState;
  /** How many turns of the dialogue the desk saw. */
  readonly turns: number;
  readonly to: (typeof DECISIONS)[number];
  /** With `refused`: why, for the sender to read. Not asked where nobody reads it (no code), or of the first of two approvers. */
  readonly reason?: string;
}

/** What came of it. */
export type Decided = Decision['to'] | 'proposed';

/** `same-person`: a second approver must be somebody else. A mistake in a text speaks of the reason. */
export type DecideRefusal = 'forbidden' | 'locked' | 'stale' | 'same-person' | 'no-key' | TextMistake;

/** What the desk can do with a signal in each state. What a release counted can only be taken out of the next one. */
export const WAYS: Readonly<Record<SignalState, readonly Decision['to'][]>> = {
  new: ['accepted', 'duplicate', 'refused'],
  asked: ['accepted', 'duplicate', 'refused'],
  proposed: ['accepted', 'duplicate', 'refused', 'new'],
  accepted: ['new'],
  duplicate: ['new'],
  refused: ['new'],
  released: ['refused'],
};

const ACTIONS = {
  accepted: 'signal.accept',
  duplicate: 'signal.duplicate',
  refused: 'signal.refuse',
  new: 'signal.reopen',
} as const;

export interface DecideNeeds {
  readonly deskStore: Pick<DeskStore, 'find' | 'change'>;
  readonly keys: Pick<KeyUses, 'pairs' | 'activeKey'>;
  readonly record: RecordDeed;
  readonly now: Now;
  readonly secretKey: string;
  readonly secondApprover: boolean;
}

const isToConfirm = (to: Decision['to']): to is DecisionToConfirm => to !== 'new';

/** The step that this decision is: by the only one, by the first of two, or by the second. */
function stepOf(needs: DecideNeeds, actor: Actor, { decision, found }: Asked): Result<Step, 'stale' | 'same-person'> {
  const { id, to } = decision;
  if (!needs.secondApprover || !isToConfirm(to)) return ok({ to });
  const mark = markOf(actor, id, needs.secretKey);
  if (found.signal.state !== 'proposed') return ok({ to: 'proposed', proposal: { decision: to, mark } });
  if (found.proposal?.decision !== to) return refused('stale');
  return found.proposal.mark === mark ? refused('same-person') : ok({ to, agreesWith: found.proposal });
}

interface Asked {
  readonly decision: Decision;
  readonly found: SealedDossier;
}
type Step = Pick<StateChange, 'proposal' | 'agreesWith'> & { readonly to: Decided };

/** Why it does not count, sealed for the desk and for the sender. */
async function reasonOf(
  { keys, now }: DecideNeeds,
  { decision, found }: Asked,
  step: Step,
): Promise<Result<Pick<StateChange, 'says'>, TextMistake | 'no-key'>> {
  const { senderKey } = found.signal;
  if (step.to !== 'refused' || senderKey === null) return ok({});
  const text = signalText(decision.reason ?? '');
  if (!text.ok) return text;
  const key = await keys.activeKey();
  if (!key) return refused('no-key');
  return ok({ says: deskTurn(text.value, { desk: key, sender: senderKey }, now) });
}

/**
 * The desk accepts, refuses, calls it the same voice as another, or takes that back. `stale`: somebody else decided first, the
 * sender said something meanwhile, or there is no such signal (any more). Gives the state that it is in now.
 */
export const makeDecideSignal =
  (needs: DecideNeeds) =>
  async (actor: Actor, sessionId: string | null, decision: Decision): Promise<Result<Decided, DecideRefusal>> => {
    const open = atTheDesk(needs.keys, actor, sessionId);
    if (!open.ok) return open;
    const { id, from, turns, to } = decision;
    const found = await needs.deskStore.find(id);
    if (found?.signal.state !== from || !WAYS[from].includes(to)) return refused('stale');
    const step = stepOf(needs, actor, { decision, found });
    if (!step.ok) return step;
    const reason = await reasonOf(needs, { decision, found }, step.value);
    if (!reason.ok) return reason;
    const change = { id, from, turns, ...step.value, ...reason.value };
    if ((await needs.deskStore.change([change])) === 'stale') return refused('stale');
    const action = step.value.to === 'proposed' ? 'signal.propose' : ACTIONS[to];
    await needs.record({ actor, action, object: `signal:${id}`, buurtId: null });
    return ok(step.value.to);
  };
