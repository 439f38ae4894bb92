import { createHash } from 'node:crypto';
import { DAY_MS, newSecret } from '../kernel/index.ts';
import type { Account } from './account.ts';
import type { AccountNeeds } from './needs.ts';

/** How long a one-time link can be used. */
export const INVITATION_DAYS = 7;

/** What is stored of the secret in a link. The secret is random (32 bytes), so a plain hash cannot be guessed back. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** The administrator of whom nobody knows the address yet: who opens the first link fills it in. */
export const isNameless = ({ email }: Pick<Account, 'email'>): boolean => email === '';

/** Makes a fresh one-time link; earlier links of the account stop working. */
export const makeInvite =
  ({ store, now, linkTo }: Pick<AccountNeeds, 'store' | 'now' | 'linkTo'>) =>
  async (accountId: string): Promise<string> => {
    const secret = newSecret();
    const expiresAt = new Date(now().getTime() + INVITATION_DAYS * DAY_MS);
    await store.invite({ secretHash: hashOfSecret(secret), accountId, expiresAt });
    return linkTo(secret);
  };
