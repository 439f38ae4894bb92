import type { AccountSummary } from '../../../domain/accounts/index.ts';
import type { AuditEntry } from '../../../domain/audit/index.ts';
import type { Buurt } from '../../../domain/buurten/index.ts';
import { isRole, mayAdminister, mayOrganise, type Actor } from '../../../domain/kernel/index.ts';
import { machineTime, sayMoment } from '../../dates.ts';
import { routes } from '../../routes.ts';
import { isMessageKey, type Translate } from '../../translate.ts';

/** A line of the audit log, in words. */
export interface AuditRow {
  readonly id: string;
  readonly when: string;
  readonly machine: string;
  readonly who: string;
  readonly deed: string;
  /** What it was done to: its kind and, where the log has it, its title. */
  readonly what: string;
  /** Exactly which one. */
  readonly object: string;
  readonly buurt: string;
  readonly result: string;
  readonly refused: boolean;
}

interface Needs {
  readonly t: Translate;
  readonly buurten: readonly Pick<Buurt, 'id' | 'name'>[];
  /** Those this reader may know of. */
  readonly accounts: readonly Pick<AccountSummary, 'id' | 'name'>[];
}

/** A sentence that may not be there yet: other parts of the portal write in the log too. */
function sayOr(key: string, otherwise: string, t: Translate): string {
  return isMessageKey(key) ? t(key) : otherwise;
}

function sayWho({ actorId, actorName }: AuditEntry, t: Translate): string {
  if (actorId === 'visitor') return t('accounts.audit.visitor');
  return actorId.startsWith('system:') ? t('accounts.audit.system', { name: actorName }) : actorName;
}

function sayWhat({ object, note }: AuditEntry, { t, accounts }: Needs): string {
  const [kind = '', subject] = object.split(':', 2);
  const account = kind === 'account' ? (accounts.find(({ id }) => id === subject)?.name ?? '') : '';
  const about = isRole(note) ? t(`accounts.role.${note}`) : note;
  return [sayOr(`accounts.kind.${kind}`, kind, t), account, about].filter((part) => part !== '').join(': ');
}

/** Entries in words, in their order. */
export function auditRows(entries: readonly AuditEntry[], needs: Needs): AuditRow[] {
  const { t, buurten } = needs;
  return entries.map((entry) => ({
    id: entry.id,
    when: sayMoment(entry.at),
    machine: machineTime(entry.at),
    who: sayWho(entry, t),
    deed: sayOr(`accounts.deed.${entry.action}`, entry.action, t),
    what: sayWhat(entry, needs),
    object: entry.object,
    buurt: entry.buurtId === null ? '' : (buurten.find(({ id }) => id === entry.buurtId)?.name ?? ''),
    result: t(`accounts.audit.${entry.result}`),
    refused: entry.result === 'refused',
  }));
}

/** Reads the `voor` of an address: the instant before which entries are asked; undefined when it says nothing sensible. */
export function beforeOf(text: string | null): Date | undefined {
  const instant = new Date(text !== null && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? text : Number.NaN);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

interface Asked {
  readonly app: Pick<App.Locals['app'], 'accounts' | 'audit' | 'buurten'>;
  readonly actor: Actor;
  readonly t: Translate;
  /** `buurt`: the slug of one; `voor`: only what came before this instant. */
  readonly query: URLSearchParams;
}

/** A page of the audit log. An organiser reads one buurt at a time, an administrator also all together. */
export async function auditPage({ app, actor, t, query }: Asked) {
  const readsAll = mayAdminister(actor);
  const all = await app.buurten.list();
  const buurten = all.filter(({ id }) => readsAll || mayOrganise(actor, id));
  const asked = buurten.find(({ slug }) => slug === query.get('buurt'));
  const buurt = asked ?? (readsAll ? undefined : buurten[0]);
  const before = beforeOf(query.get('voor'));
  const page = await app.audit.list(actor, { ...(buurt && { buurtId: buurt.id }), ...(before && { before }) });
  if (!page.ok) return 'forbidden';
  const accounts = await app.accounts.list(actor);
  const { entries, older } = page.value;
  const next = older && new URLSearchParams({ buurt: buurt?.slug ?? '', voor: older.toISOString() });
  return {
    readsAll,
    buurten,
    buurt,
    rows: auditRows(entries, { t, buurten: all, accounts: accounts.ok ? accounts.value : [] }),
    newestHref: before === undefined ? null : routes.audit(),
    olderHref: next === null ? null : `${routes.audit()}?${next.toString()}`,
  };
}
