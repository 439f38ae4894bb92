import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { AccountNeeds } from './needs.ts';
import { passwordProblem, type PasswordProblem } from './password-rules.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

export type ChangePasswordOutcome =
  | Result<{ readonly sessionId: string; readonly cookie: string }, 'forbidden' | 'wrong-password' | PasswordProblem>
  | { readonly ok: false; readonly reason: 'too-many'; readonly waitSeconds: number };

type Needs = Pick<AccountNeeds, 'store' | 'sessions' | 'guesses' | 'record'>;

/** Asks the present password, sets the new one and ends all other sessions. */
export const makeChangePassword =
  ({ store, sessions, guesses, record }: Needs) =>
  async (
    actor: Actor,
    typed: { readonly current: string; readonly password: string },
  ): Promise<ChangePasswordOutcome> => {
    const account = actor.kind === 'account' ? await store.get(actor.accountId) : undefined;
    if (!account?.passwordHash) return refused('forbidden');
    // Who finds an open session must not guess the password at leisure.
    const place = `session of ${account.id}`;
    const waitSeconds = await guesses.begin(account.email, place);
    if (waitSeconds !== null) return { ok: false, reason: 'too-many', waitSeconds };
    if (!(await verifyPassword(account.passwordHash, typed.current))) {
      await record({ actor, action: 'account.password', object: `account:${account.id}`, result: 'refused' });
      return refused('wrong-password');
    }
    await guesses.succeeded(account.email, place);
    const problem = passwordProblem(typed.password, account.email);
    if (problem) return refused(problem);

    const passwordHash = await hashPassword(typed.password);
    await store.change(account.id, (one) => ({ ...one, passwordHash }));
    await sessions.closeAll(account.id);
    const opened = await sessions.open(account.id);
    await record({ actor, action: 'account.password', object: `account:${account.id}` });
    return ok(opened);
  };
