import { emailKey, ok, VISITOR, type Result } from '../kernel/index.ts';
import { asActor, type Account } from './account.ts';
import type { AccountNeeds } from './needs.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { stepOfCode } from './second-factor.ts';

export interface LogInAttempt {
  readonly email: string;
  readonly password: string;
  /** Six digits from the authenticator. */
  readonly code: string;
  /** The network address it came from, as the server vouches for it. */
  readonly address: string;
}

export type LogInOutcome =
  | Result<{ readonly sessionId: string; readonly cookie: string }, 'no-match'>
  | { readonly ok: false; readonly reason: 'too-many'; readonly waitSeconds: number };

type Needs = Pick<AccountNeeds, 'store' | 'sessions' | 'guesses' | 'record' | 'now'>;

/** What an unknown account is compared with, so that it takes as long to answer. */
const decoy = hashPassword('nobody has this password, and it only costs time');

/**
 * Opens a session for the right e-mail address, password and code together. Unknown account, wrong password, wrong or used code:
 * one answer, and one time to give it. Always a new session id, so that nobody can plant one beforehand.
 */
export function makeLogIn({ store, sessions, guesses, record, now }: Needs) {
  const isRight = async (account: Account | undefined, { password, code }: LogInAttempt): Promise<boolean> => {
    const known = account?.passwordHash ? account : undefined;
    const matches = await verifyPassword(known?.passwordHash ?? (await decoy), password);
    if (!known?.totpSecret || !matches) return false;
    const step = stepOfCode(known.totpSecret, code, now());
    return step !== null && (await store.useTotpStep(known.id, step));
  };

  return async (attempt: LogInAttempt): Promise<LogInOutcome> => {
    const email = emailKey(attempt.email);
    const waitSeconds = await guesses.begin(email, attempt.address);
    if (waitSeconds !== null) return { ok: false, reason: 'too-many', waitSeconds };
    const account = await store.findByEmail(email);
    const right = await isRight(account, attempt);
    if (!account || !right) {
      // For an unknown account too: the time of a line in the log would give away who is known.
      await record({
        actor: VISITOR,
        action: 'session.open',
        object: `account:${account?.id ?? 'unknown'}`,
        result: 'refused',
      });
      return { ok: false, reason: 'no-match' };
    }
    await guesses.succeeded(email, attempt.address);
    const opened = await sessions.open(account.id);
    await record({ actor: asActor(account), action: 'session.open', object: `account:${account.id}` });
    return ok(opened);
  };
}
