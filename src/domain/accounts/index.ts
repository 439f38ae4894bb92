import type { Adapter } from 'lucia';
import { makeAcceptInvitation, type Acceptance, type AcceptOutcome } from './accept-invitation.ts';
import { makeActorOf, type WhoAsks } from './actor-of.ts';
import { makeAddAccount, type AddAccountOutcome, type NewAccount } from './add-account.ts';
import { makeChangePassword, type ChangePasswordOutcome } from './change-password.ts';
import { makeGuesses } from './guesses.ts';
import { makeInviteFirstAdministrator } from './invite-first-administrator.ts';
import { makeLogIn, type LogInAttempt, type LogInOutcome } from './log-in.ts';
import { makeLogOut, makeLogOutEverywhere } from './log-out.ts';
import { makeSessions } from './lucia-sessions.ts';
import {
  makeListAccounts,
  makeRemoveAccount,
  makeRemoveGrant,
  makeRenewInvitation,
  type AccountSummary,
} from './manage-accounts.ts';
import type { AccountNeeds } from './needs.ts';
import { makeOpenInvitation, type OpenInvitation } from './open-invitation.ts';
import type { Actor, Grant, Result } from '../kernel/index.ts';

export * from './account.ts';
export type { Acceptance, AcceptanceMistake, AcceptOutcome } from './accept-invitation.ts';
export type { WhoAsks } from './actor-of.ts';
export type { AddAccountOutcome, NewAccount } from './add-account.ts';
export type { ChangePasswordOutcome } from './change-password.ts';
export { INVITATION_DAYS } from './invitations.ts';
export type { LogInAttempt, LogInOutcome } from './log-in.ts';
export type { AccountSummary } from './manage-accounts.ts';
export type { OpenInvitation } from './open-invitation.ts';
export type { PasswordProblem } from './password-rules.ts';

/** Who works with the portal, and how they get in. Cookies are `Set-Cookie` values, ready to send. */
export interface Accounts {
  logIn(attempt: LogInAttempt): Promise<LogInOutcome>;
  logOut(actor: Actor, sessionId: string | null): Promise<{ readonly cookie: string }>;
  logOutEverywhere(actor: Actor): Promise<{ readonly cookie: string }>;
  /** The session id in a `Cookie` header; null when there is none that could be ours. */
  readSession(cookieHeader: string | null): string | null;
  actorOf(sessionId: string): Promise<WhoAsks>;
  /** For each start: a link for the first administrator, or null when there is one. */
  inviteFirstAdministrator(): Promise<string | null>;
  add(actor: Actor, account: NewAccount): Promise<AddAccountOutcome>;
  renewInvitation(actor: Actor, accountId: string): Promise<Result<{ readonly link: string }, 'forbidden' | 'unknown'>>;
  openInvitation(secret: string): Promise<Result<OpenInvitation, 'gone'>>;
  acceptInvitation(acceptance: Acceptance): Promise<AcceptOutcome>;
  changePassword(
    actor: Actor,
    typed: { readonly current: string; readonly password: string },
  ): Promise<ChangePasswordOutcome>;
  list(actor: Actor): Promise<Result<AccountSummary[], 'forbidden'>>;
  removeGrant(
    actor: Actor,
    which: { readonly accountId: string; readonly grant: Grant },
  ): Promise<Result<null, 'forbidden' | 'unknown' | 'last-administrator'>>;
  remove(actor: Actor, accountId: string): Promise<Result<null, 'forbidden' | 'unknown' | 'last-administrator'>>;
  /** For the clock: deletes sessions that are over. */
  forgetExpiredSessions(): Promise<void>;
}

/** `adapter` stores sessions; `secure` is true when the portal is on https. */
export type AccountsNeeds = Omit<AccountNeeds, 'sessions' | 'guesses'> & {
  readonly adapter: Adapter;
  readonly secure: boolean;
};

export function makeAccounts({ adapter, secure, ...rest }: AccountsNeeds): Accounts {
  const sessions = makeSessions({ adapter, secure, now: rest.now });
  const needs: AccountNeeds = { ...rest, sessions, guesses: makeGuesses() };
  return {
    logIn: makeLogIn(needs),
    logOut: makeLogOut(needs),
    logOutEverywhere: makeLogOutEverywhere(needs),
    readSession: (cookieHeader) => sessions.read(cookieHeader),
    actorOf: makeActorOf(needs),
    inviteFirstAdministrator: makeInviteFirstAdministrator(needs),
    add: makeAddAccount(needs),
    renewInvitation: makeRenewInvitation(needs),
    openInvitation: makeOpenInvitation(needs),
    acceptInvitation: makeAcceptInvitation(needs),
    changePassword: makeChangePassword(needs),
    list: makeListAccounts(needs),
    removeGrant: makeRemoveGrant(needs),
    remove: makeRemoveAccount(needs),
    forgetExpiredSessions: () => sessions.forgetExpired(),
  };
}
