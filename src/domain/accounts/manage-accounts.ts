import { mayAdminister, ok, refused, type Actor, type Grant, type Result } from '../kernel/index.ts';
import { isActiveAdministrator, type Account } from './account.ts';
import { sameGrant } from './add-account.ts';
import { isNameless, makeInvite } from './invitations.ts';
import type { AccountNeeds } from './needs.ts';

/** An account as an administrator sees it: nothing to log in with. */
export interface AccountSummary extends Pick<Account, 'id' | 'email' | 'name' | 'grants' | 'createdAt'> {
  /** False until the invitation was used. */
  readonly active: boolean;
}

type Store = Pick<AccountNeeds, 'store'>;
type Needs = Pick<AccountNeeds, 'store' | 'sessions' | 'record' | 'now' | 'linkTo'>;

const summaryOf = ({ id, email, name, grants, createdAt, passwordHash }: Account): AccountSummary => ({
  id,
  email,
  name,
  grants,
  createdAt,
  active: passwordHash !== null,
});

/** Everybody with an account, by name. */
export const makeListAccounts =
  ({ store }: Store) =>
  async (actor: Actor): Promise<Result<AccountSummary[], 'forbidden'>> => {
    if (!mayAdminister(actor)) return refused('forbidden');
    const accounts = (await store.list()).filter((account) => !isNameless(account)).map(summaryOf);
    return ok(accounts.sort((a, b) => a.name.localeCompare(b.name, 'nl')));
  };

/** A fresh one-time link, for who lost telephone or password. The old password works until the link is used. */
export function makeRenewInvitation(needs: Needs) {
  const invite = makeInvite(needs);
  return async (
    actor: Actor,
    accountId: string,
  ): Promise<Result<{ readonly link: string }, 'forbidden' | 'unknown'>> => {
    if (!mayAdminister(actor)) return refused('forbidden');
    const account = await needs.store.get(accountId);
    if (!account) return refused('unknown');
    const link = await invite(account.id);
    await needs.record({ actor, action: 'account.invite', object: `account:${account.id}` });
    return ok({ link });
  };
}

/** Whether somebody else can still run the portal when this account cannot. */
const othersRun = async ({ store }: Store, accountId: string): Promise<boolean> =>
  (await store.list()).some((account) => account.id !== accountId && isActiveAdministrator(account));

/** Takes a role away; it is gone at the next request. The last administrator stays administrator. */
export const makeRemoveGrant =
  (needs: Needs) =>
  async (
    actor: Actor,
    { accountId, grant }: { readonly accountId: string; readonly grant: Grant },
  ): Promise<Result<null, 'forbidden' | 'unknown' | 'last-administrator'>> => {
    if (!mayAdminister(actor)) return refused('forbidden');
    if (grant.role === 'administrator' && !(await othersRun(needs, accountId))) return refused('last-administrator');
    const changed = await needs.store.change(accountId, (account) => ({
      ...account,
      grants: account.grants.filter((one) => !sameGrant(one, grant)),
    }));
    if (!changed) return refused('unknown');
    const { role, buurtId } = grant;
    await needs.record({ actor, action: 'grant.remove', object: `account:${accountId}`, buurtId, note: role });
    return ok(null);
  };

/** Deletes an account and ends its sessions. What it did stays in the audit log. */
export const makeRemoveAccount =
  (needs: Needs) =>
  async (actor: Actor, accountId: string): Promise<Result<null, 'forbidden' | 'unknown' | 'last-administrator'>> => {
    if (!mayAdminister(actor)) return refused('forbidden');
    const account = await needs.store.get(accountId);
    if (!account) return refused('unknown');
    const runs = account.grants.some(({ role }) => role === 'administrator');
    if (runs && !(await othersRun(needs, accountId))) return refused('last-administrator');
    await needs.sessions.closeAll(accountId);
    await needs.store.remove(accountId);
    await needs.record({ actor, action: 'account.remove', object: `account:${accountId}` });
    return ok(null);
  };
