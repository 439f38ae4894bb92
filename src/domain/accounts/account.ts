import type { Grant } from '../kernel/index.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** argon2id in PHC form; null until the invitation was used. */
  readonly passwordHash: string | null;
  /** Base32 secret of the second factor; null until it was set. */
  readonly totpSecret: string | null;
  /** The last 30-second step of which a code was used: a code works once (RFC 6238, 5.2). */
  readonly totpLastStep: number | null;
  readonly createdAt: Date;
}

/** Somebody with an account, as use cases ask who it is: nothing to log in with. */
export const asActor = ({ id, name, grants }: Account) => ({ kind: 'account', accountId: id, name, grants }) as const;

/** Whether it runs the portal, and has used its invitation. */
export const isActiveAdministrator = ({ grants, passwordHash }: Account): boolean =>
  passwordHash !== null && grants.some(({ role }) => role === 'administrator');

/** A one-time link by which an account gets a password and a second factor. Only the hash of its secret is stored. */
export interface Invitation {
  readonly secretHash: string;
  readonly accountId: string;
  readonly expiresAt: Date;
}

/** Port. Sessions are lucia's, behind `Sessions`. */
export interface AccountStore {
  findByEmail(email: string): Promise<Account | undefined>;
  get(id: string): Promise<Account | undefined>;
  list(): Promise<Account[]>;
  count(): Promise<number>;
  /** Adds an account, grants included; the e-mail address is unique, case does not count. To change one, see `change`. */
  save(account: Account): Promise<void>;
  /** Replaces open invitations of the account. */
  invite(invitation: Invitation): Promise<void>;
  invitation(secretHash: string, now: Date): Promise<Invitation | undefined>;
  /** Sets password and second factor and burns the invitation, in one transaction. False when it was used in the meantime. */
  accept(
    secretHash: string,
    now: Date,
    secrets: { passwordHash: string; totpSecret: string; totpStep: number },
  ): Promise<boolean>;
  /**
   * Changes an account in one transaction: `change` gets it as it is now, so that two changes at once both hold and no
   * secret of yesterday comes back. Undefined when there is no such account. `change` does no input or output.
   */
  change(id: string, change: (account: Account) => Account): Promise<Account | undefined>;
  /** Remembers the step; false when it (or a later one) was used already. */
  useTotpStep(accountId: string, step: number): Promise<boolean>;
  /** Deletes the account with its grants, invitations and sessions. What it did stays in the audit log. */
  remove(id: string): Promise<void>;
}

/** Port over lucia. Ids are secrets of the browser; only their hash is stored. */
export interface Sessions {
  /** A new session; gives the cookie to set. */
  open(accountId: string): Promise<{ readonly sessionId: string; readonly cookie: string }>;
  /** Whose it is, and keeps it open; undefined when it is unknown or over. */
  validate(sessionId: string): Promise<{ readonly accountId: string } | undefined>;
  close(sessionId: string): Promise<void>;
  closeAll(accountId: string): Promise<void>;
  /** The cookie that empties the browser's. */
  blankCookie(): string;
  /** The session id in a Cookie header, or null. */
  read(cookieHeader: string | null): string | null;
  /** Deletes those that are over. */
  forgetExpired(): Promise<void>;
}
