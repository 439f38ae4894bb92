import { VISITOR, type Actor } from '../kernel/index.ts';
import { asActor } from './account.ts';
import type { AccountNeeds } from './needs.ts';

export interface WhoAsks {
  readonly actor: Actor;
  /** To set with the answer: an empty cookie in place of one that is over. */
  readonly cookie: string | null;
}

/** Who has this session. Read anew at each request: a role taken away is gone at once. */
export const makeActorOf =
  ({ store, sessions }: Pick<AccountNeeds, 'store' | 'sessions'>) =>
  async (sessionId: string): Promise<WhoAsks> => {
    const session = await sessions.validate(sessionId);
    const account = session && (await store.get(session.accountId));
    if (!account) return { actor: VISITOR, cookie: sessions.blankCookie() };
    return { actor: asActor(account), cookie: null };
  };
