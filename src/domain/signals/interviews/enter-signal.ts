import { mayReadSignals, refused, type Actor, type Result } from '../../kernel/index.ts';
import type { IntakeUses, SendOutcome, SignalForm } from '../intake/uses.ts';

/** Puts down what came on paper or was told in the street. Only the desk, which will read it anyway. */
export const makeEnterSignal =
  (intake: Pick<IntakeUses, 'send'>) =>
  async (actor: Actor, form: SignalForm, once: string): Promise<SendOutcome | Result<never, 'forbidden'>> =>
    mayReadSignals(actor) ? intake.send(form, once) : refused('forbidden');
