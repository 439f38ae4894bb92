import type { AccountSummary } from '../../../domain/accounts/index.ts';
import type { Buurt } from '../../../domain/buurten/index.ts';
import type { Grant } from '../../../domain/kernel/index.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';

type Names = readonly Pick<Buurt, 'id' | 'name'>[];

/** `organisator van de H-buurt`: what somebody may do, in words. A buurt that is gone shows as its id. */
export function sayGrant({ role, buurtId }: Grant, buurten: Names, t: Translate): string {
  const name = t(`accounts.role.${role}`);
  if (buurtId === null) return name;
  const buurt = buurten.find(({ id }) => id === buurtId)?.name ?? buurtId;
  return t('accounts.role.inBuurt', { role: name, buurt });
}

export interface AccountRow {
  readonly href: string;
  readonly name: string;
  readonly email: string;
  readonly roles: string;
  readonly state: string;
}

/** The table of accounts. */
export const accountRows = (accounts: readonly AccountSummary[], buurten: Names, t: Translate): AccountRow[] =>
  accounts.map(({ id, name, email, grants, active }) => ({
    href: routes.account(id),
    name,
    email,
    roles: grants.map((grant) => sayGrant(grant, buurten, t)).join(', ') || t('accounts.list.none'),
    state: t(active ? 'accounts.list.active' : 'accounts.list.waiting'),
  }));
