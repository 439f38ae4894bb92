import {
  cleanEmail,
  emailKey,
  isRole,
  mayAdminister,
  ok,
  refused,
  type Actor,
  type Grant,
  type Result,
  type Role,
} from '../kernel/index.ts';
import type { Account } from './account.ts';
import { makeInvite } from './invitations.ts';
import { NAME_MAX, type AccountNeeds } from './needs.ts';

export interface NewAccount {
  readonly email: string;
  /** How colleagues know them; when empty, what stands before the @. */
  readonly name: string;
  /** The name of a role, as it was typed. */
  readonly role: string;
  /** For organisers and professionals: in which buurten, by slug. */
  readonly buurten: readonly string[];
}

export type AddAccountOutcome =
  | Result<
      {
        readonly accountId: string;
        /** The one-time link; null when the account has its password already and logs in as before. */
        readonly link: string | null;
        /** False when the account was there; the role is then added to it. */
        readonly isNew: boolean;
      },
      'forbidden' | 'bad-email' | 'name-too-long' | 'unknown-role' | 'buurt-missing' | 'buurt-not-asked'
    >
  | {
      readonly ok: false;
      readonly reason: 'unknown-buurt';
      readonly unknown: readonly string[];
      readonly known: readonly string[];
    };

type Needs = Pick<AccountNeeds, 'store' | 'buurten' | 'record' | 'now' | 'newId' | 'linkTo'>;

/** Whether a role counts in one buurt; the others count in the whole portal. */
const isOfBuurt = (role: Role): boolean => role === 'organiser' || role === 'professional';

export const sameGrant = (a: Grant, b: Grant): boolean => a.role === b.role && a.buurtId === b.buurtId;
const together = (old: readonly Grant[], more: readonly Grant[]): Grant[] => [
  ...old,
  ...more.filter((grant) => !old.some((one) => sameGrant(one, grant))),
];

/** Gives somebody a role: a new account with a one-time link, or one role more for who has an account. Twice is once. */
export function makeAddAccount(needs: Needs) {
  const { store, buurten, record, now, newId } = needs;
  const invite = makeInvite(needs);

  const grantsFor = async (role: Role, slugs: readonly string[]) => {
    if (!isOfBuurt(role)) return slugs.length > 0 ? refused('buurt-not-asked') : ok([{ role, buurtId: null }]);
    if (slugs.length === 0) return refused('buurt-missing');
    const all = await buurten.list();
    const found = all.filter(({ slug }) => slugs.includes(slug));
    const unknown = slugs.filter((slug) => !found.some((buurt) => buurt.slug === slug));
    if (unknown.length > 0)
      return { ok: false, reason: 'unknown-buurt', unknown, known: all.map(({ slug }) => slug) } as const;
    return ok(found.map(({ id }): Grant => ({ role, buurtId: id })));
  };

  const keep = async (
    email: string,
    name: string,
    grants: readonly Grant[],
  ): Promise<{ account: Account; isNew: boolean }> => {
    const known = await store.findByEmail(email);
    const changed =
      known && (await store.change(known.id, (account) => ({ ...account, grants: together(account.grants, grants) })));
    if (changed) return { account: changed, isNew: false };
    const blank = { passwordHash: null, totpSecret: null, totpLastStep: null };
    const account: Account = { id: newId(), email, name, grants, createdAt: now(), ...blank };
    await store.save(account);
    return { account, isNew: true };
  };

  return async (actor: Actor, asked: NewAccount): Promise<AddAccountOutcome> => {
    if (!mayAdminister(actor)) return refused('forbidden');
    const email = emailKey(asked.email);
    if (cleanEmail(email) === undefined) return refused('bad-email');
    const name = asked.name.trim().normalize('NFC') || (email.split('@')[0] ?? email);
    if (name.length > NAME_MAX) return refused('name-too-long');
    if (!isRole(asked.role)) return refused('unknown-role');
    const grants = await grantsFor(asked.role, [...new Set(asked.buurten)]);
    if (!grants.ok) return grants;

    const { account, isNew } = await keep(email, name, grants.value);
    const link = account.passwordHash === null ? await invite(account.id) : null;
    for (const { role, buurtId } of grants.value) {
      await record({
        actor,
        action: isNew ? 'account.add' : 'account.grant',
        object: `account:${account.id}`,
        buurtId,
        note: role,
      });
    }
    return ok({ accountId: account.id, link, isNew });
  };
}
