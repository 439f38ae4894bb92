import type { Actor } from './permissions.ts';

/** What a use case tells the audit log; the log adds the time and an id. */
export interface Deed {
  readonly actor: Actor;
  /** A verb in English, `noun.verb`: `theme.publish`. /beheer/logboek has a sentence for each. */
  readonly action: string;
  /** `theme:{id}` and the like; never a name or an address. */
  readonly object: string;
  /** Null, or left out, where only administrators may read it. */
  readonly buurtId?: string | null;
  readonly result?: 'done' | 'refused';
  /** The title of a public text, or a version: never a text by or about a resident. At most 200 characters are kept. */
  readonly note?: string;
}

/** Writes one line of the audit log: the same need in every module whose acts are kept. */
export type RecordDeed = (deed: Deed) => Promise<void>;
