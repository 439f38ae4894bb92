import { isActiveAdministrator, type Account } from './account.ts';
import { isNameless, makeInvite } from './invitations.ts';
import type { AccountNeeds } from './needs.ts';

type Needs = Pick<AccountNeeds, 'store' | 'record' | 'now' | 'newId' | 'linkTo'>;

/**
 * For each start of the server: a one-time link for the first administrator, or null when there is one.
 * Until it is used, each start gives a fresh link and the one before stops working.
 */
export function makeInviteFirstAdministrator(needs: Needs) {
  const { store, record, now, newId } = needs;
  const invite = makeInvite(needs);

  const addNameless = async (): Promise<Account> => {
    const grants = [{ role: 'administrator', buurtId: null }] as const;
    const account = { id: newId(), email: '', name: '', grants, createdAt: now() };
    await store.save({ ...account, passwordHash: null, totpSecret: null, totpLastStep: null });
    return (
      (await store.findByEmail('')) ?? Promise.reject(new Error('The first account was stored and cannot be found'))
    );
  };

  return async (): Promise<string | null> => {
    const accounts = await store.list();
    const waiting = accounts.find(isNameless);
    if (accounts.some(isActiveAdministrator)) {
      // Somebody else became administrator: the link that still lies in a log must not work any more.
      if (waiting) await store.remove(waiting.id);
      return null;
    }
    const invitedByName = accounts.some(
      (one) => !isNameless(one) && one.grants.some(({ role }) => role === 'administrator'),
    );
    if (invitedByName && !waiting) return null;
    const account = waiting ?? (await addNameless());
    const link = await invite(account.id);
    await record({
      actor: { kind: 'system', name: 'start' },
      action: 'account.invite',
      object: `account:${account.id}`,
    });
    return link;
  };
}
