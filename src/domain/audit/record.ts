import type { Actor, NewId, Now } from '../kernel/index.ts';
import type { AuditEntry, AuditStore } from './audit.ts';

/** What a use case tells the audit log. The log adds the time and the id. */
export interface AuditNote {
  readonly actor: Actor;
  /** A verb in English, `noun.verb`: `theme.publish`. /beheer/logboek has a sentence for each. */
  readonly action: string;
  /** `theme:{id}` and the like; never a name or an address. */
  readonly object: string;
  readonly buurtId?: string | null;
  readonly result?: 'done' | 'refused';
  /** The title of a public text, or a version: never a text by or about a resident. At most 200 characters are kept. */
  readonly note?: string;
}

interface Needs {
  readonly store: Pick<AuditStore, 'add'>;
  readonly now: Now;
  readonly newId: NewId;
}

export const makeRecord =
  ({ store, now, newId }: Needs) =>
  ({ actor, action, object, buurtId = null, result = 'done', note = '' }: AuditNote): Promise<void> => {
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
