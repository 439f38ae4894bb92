import type { Buurten } from '../buurten/index.ts';
import type { NewId, Now, RecordDeed } from '../kernel/index.ts';
import type { AccountStore, Sessions } from './account.ts';
import type { Guesses } from './guesses.ts';

/** Characters. */
export const NAME_MAX = 80;

/** All that the verbs of this module need; each names its own part of it. */
export interface AccountNeeds {
  readonly store: AccountStore;
  readonly sessions: Sessions;
  readonly guesses: Guesses;
  readonly buurten: Pick<Buurten, 'list'>;
  readonly record: RecordDeed;
  readonly now: Now;
  readonly newId: NewId;
  /** Only the server has it; from the configuration. */
  readonly secretKey: string;
  /** The address of a one-time link, with the public origin. */
  readonly linkTo: (invitationSecret: string) => string;
  /** The name that an authenticator app shows. */
  readonly portal: string;
}
