import type { Actor, Deed, NewId, Now } from '../kernel/index.ts';
import type { AuditEntry, AuditStore } from './audit.ts';

interface Needs {
  readonly store: Pick<AuditStore, 'add'>;
  readonly now: Now;
  readonly newId: NewId;
}

export const makeRecord =
  ({ store, now, newId }: Needs) =>
  ({ actor, action, object, buurtId = null, result = 'done', note = '' }: Deed): Promise<void> => {
    const entry: AuditEntry = {
      id: newId(),
      at: now(),
      ...whoIs(actor),
      action,
      object,
      buurtId,
      result,
      note: Array.from(note).slice(0, 200).join(''),
    };
    return store.add(entry);
  };

function whoIs(actor: Actor): Pick<AuditEntry, 'actorId' | 'actorName'> {
  switch (actor.kind) {
    case 'account':
      return { actorId: actor.accountId, actorName: actor.name };
    case 'system':
      return { actorId: `system:${actor.name}`, actorName: actor.name };
    case 'visitor':
      return { actorId: 'visitor', actorName: '' };
  }
}
