import { ok, refused, type Result } from '../kernel/index.ts';
import { hashOfSecret, isNameless } from './invitations.ts';
import type { AccountNeeds } from './needs.ts';
import { authenticatorUri, offeredSecret } from './second-factor.ts';

/** What the page of a one-time link shows. */
export interface OpenInvitation {
  readonly email: string;
  readonly name: string;
  /** True for the first administrator, whose address nobody knows yet. */
  readonly asksEmail: boolean;
  /** Base32, for typing over into an authenticator app. */
  readonly totpSecret: string;
  /** The same as a QR code says it. */
  readonly totpUri: string;
}

/** Looks at a one-time link. It uses nothing up: mail scanners and previews open links too. */
export const makeOpenInvitation =
  ({ store, now, secretKey, portal }: Pick<AccountNeeds, 'store' | 'now' | 'secretKey' | 'portal'>) =>
  async (secret: string): Promise<Result<OpenInvitation, 'gone'>> => {
    const invitation = await store.invitation(hashOfSecret(secret), now());
    const account = invitation && (await store.get(invitation.accountId));
    if (!account) return refused('gone');
    const { email, name } = account;
    const totpSecret = offeredSecret(secretKey, secret);
    const totpUri = authenticatorUri(totpSecret, email || portal, portal);
    return ok({ email, name, asksEmail: isNameless(account), totpSecret, totpUri });
  };
