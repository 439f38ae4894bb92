import type { Actor } from '../kernel/index.ts';
import type { AccountNeeds } from './needs.ts';

type Needs = Pick<AccountNeeds, 'sessions' | 'record'>;

/** Ends this session, on the server too: the cookie is of no use afterwards, whoever has a copy. Gives the cookie that empties the browser's. */
export const makeLogOut =
  ({ sessions, record }: Needs) =>
  async (actor: Actor, sessionId: string | null): Promise<{ readonly cookie: string }> => {
    if (sessionId !== null) await sessions.close(sessionId);
    if (actor.kind === 'account')
      await record({ actor, action: 'session.close', object: `account:${actor.accountId}` });
    return { cookie: sessions.blankCookie() };
  };

/** Ends every session of this account, this one included. */
export const makeLogOutEverywhere =
  ({ sessions, record }: Needs) =>
  async (actor: Actor): Promise<{ readonly cookie: string }> => {
    if (actor.kind === 'account') {
      await sessions.closeAll(actor.accountId);
      await record({ actor, action: 'session.close-all', object: `account:${actor.accountId}` });
    }
    return { cookie: sessions.blankCookie() };
  };
