import { mayAdminister, mayOrganise, ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { AuditEntry, AuditStore } from './audit.ts';

/** How many entries a page of the log has. */
const PAGE = 50;

/** Which part of the log: of one buurt, or what came before an entry. */
export interface AuditFilter {
  readonly buurtId?: string;
  readonly before?: Date;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  /** Ask with this `before` for what is older; null at the end. */
  readonly older: Date | null;
}

/** Administrators read everything, organisers what happened in a buurt of theirs. */
export const makeListEntries =
  ({ store }: { readonly store: Pick<AuditStore, 'list'> }) =>
  async (actor: Actor, filter: AuditFilter = {}): Promise<Result<AuditPage, 'forbidden'>> => {
    const { buurtId } = filter;
    const may = mayAdminister(actor) || (buurtId !== undefined && mayOrganise(actor, buurtId));
    if (!may) return refused('forbidden');
    const entries = await store.list({ ...filter, limit: PAGE });
    const last = entries.length < PAGE ? undefined : entries.at(-1);
    return ok({ entries, older: last?.at ?? null });
  };
