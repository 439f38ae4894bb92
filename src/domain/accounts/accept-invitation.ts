import { cleanEmail, emailKey, ok, refused, type Result } from '../kernel/index.ts';
import { asActor, type Account } from './account.ts';
import { hashOfSecret, isNameless } from './invitations.ts';
import { NAME_MAX, type AccountNeeds } from './needs.ts';
import { passwordProblem, type PasswordProblem } from './password-rules.ts';
import { hashPassword } from './passwords.ts';
import { offeredSecret, stepOfCode } from './second-factor.ts';

export interface Acceptance {
  readonly secret: string;
  readonly name: string;
  /** Only asked of the first administrator; otherwise the address of the invitation stays. */
  readonly email: string;
  readonly password: string;
  /** Shows that the authenticator has the secret. */
  readonly code: string;
}

export type AcceptanceMistake =
  | { readonly field: 'name'; readonly problem: 'missing' | 'too-long' }
  | { readonly field: 'email'; readonly problem: 'not-an-address' | 'taken' }
  | { readonly field: 'password'; readonly problem: PasswordProblem }
  | { readonly field: 'code'; readonly problem: 'wrong' };

export type AcceptOutcome =
  | Result<{ readonly sessionId: string; readonly cookie: string }, 'gone'>
  | { readonly ok: false; readonly reason: 'mistakes'; readonly mistakes: readonly AcceptanceMistake[] };

type Needs = Pick<AccountNeeds, 'store' | 'sessions' | 'record' | 'now' | 'secretKey'>;

/** Uses a one-time link: sets password and second factor, ends all sessions there were, and opens one. A link works once. */
export function makeAcceptInvitation({ store, sessions, record, now, secretKey }: Needs) {
  const lookAt = async (account: Account, step: number | null, given: Acceptance) => {
    const mistakes: AcceptanceMistake[] = [];
    if (given.name === '') mistakes.push({ field: 'name', problem: 'missing' });
    if (given.name.length > NAME_MAX) mistakes.push({ field: 'name', problem: 'too-long' });
    if (cleanEmail(given.email) === undefined) mistakes.push({ field: 'email', problem: 'not-an-address' });
    const namesake = await store.findByEmail(given.email);
    if (namesake && namesake.id !== account.id) mistakes.push({ field: 'email', problem: 'taken' });
    const problem = passwordProblem(given.password, given.email);
    if (problem) mistakes.push({ field: 'password', problem });
    if (step === null) mistakes.push({ field: 'code', problem: 'wrong' });
    return mistakes;
  };

  return async (typed: Acceptance): Promise<AcceptOutcome> => {
    const secretHash = hashOfSecret(typed.secret);
    const invitation = await store.invitation(secretHash, now());
    const account = invitation && (await store.get(invitation.accountId));
    if (!account) return refused('gone');

    const email = isNameless(account) ? emailKey(typed.email) : account.email;
    const given = { ...typed, email, name: typed.name.trim().normalize('NFC') };
    const totpSecret = offeredSecret(secretKey, typed.secret);
    const totpStep = stepOfCode(totpSecret, typed.code, now());
    const mistakes = await lookAt(account, totpStep, given);
    if (mistakes.length > 0 || totpStep === null) return { ok: false, reason: 'mistakes', mistakes };

    const passwordHash = await hashPassword(given.password);
    // The address first: with a password and no address nobody could log in. An address that is there stays.
    const named = await store.change(account.id, (one) => ({ ...one, name: given.name, email: one.email || email }));
    const accepted = named && (await store.accept(secretHash, now(), { passwordHash, totpSecret, totpStep }));
    if (!accepted) return refused('gone');
    await sessions.closeAll(account.id);
    const opened = await sessions.open(account.id);
    await record({ actor: asActor(named), action: 'account.accept', object: `account:${account.id}` });
    return ok(opened);
  };
}
