import { Cookie, Lucia, TimeSpan, type Adapter } from 'lucia';
import { newSecret, type Now } from '../kernel/index.ts';
import type { Sessions } from './account.ts';

const SESSION_COOKIE = 'sessie';
/** Without use for this long, a session ends. */
const IDLE = new TimeSpan(12, 'h');
/** However much it is used, it ends after this. */
const ABSOLUTE_MS = new TimeSpan(7, 'd').milliseconds();

interface Needs {
  /** Stores only a hash of the session id. */
  readonly adapter: Adapter;
  readonly now: Now;
  /** True when the portal is on https: browsers then keep the cookie from every other way. */
  readonly secure: boolean;
}

/**
 * The day it began stands in the id itself: only its hash is stored, so that who changes it has an unknown id.
 * `{milliseconds, base 36}.{secret}`.
 */
const ID = /^([0-9a-z]{1,9})\.[\w-]{43}$/;
const beganAt = (sessionId: string): number => Number.parseInt(ID.exec(sessionId)?.[1] ?? '0', 36);

/** Our own reading: lucia's throws on a broken `%` sign, and any visitor can send one. */
function readCookie(header: string | null): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [name, value = ''] = pair.trim().split('=', 2);
    if (name === SESSION_COOKIE && ID.test(value)) return value;
  }
  return null;
}

/** How long a session lasts is the server's business; in the browser it is gone when that closes. */
function untilBrowserCloses({ name, value, attributes: { maxAge: _, ...attributes } }: Cookie): string {
  return new Cookie(name, value, attributes).serialize();
}

export function makeSessions({ adapter, now, secure }: Needs): Sessions {
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: IDLE,
    sessionCookie: { name: SESSION_COOKIE, attributes: { secure, sameSite: 'lax', path: '/' } },
  });
  return {
    async open(accountId) {
      const sessionId = `${now().getTime().toString(36)}.${newSecret()}`;
      await lucia.createSession(accountId, {}, { sessionId });
      return { sessionId, cookie: untilBrowserCloses(lucia.createSessionCookie(sessionId)) };
    },
    async validate(sessionId) {
      if (!ID.test(sessionId)) return undefined;
      if (now().getTime() - beganAt(sessionId) >= ABSOLUTE_MS) {
        await lucia.invalidateSession(sessionId);
        return undefined;
      }
      const { session } = await lucia.validateSession(sessionId);
      return session ? { accountId: session.userId } : undefined;
    },
    close: (sessionId) => lucia.invalidateSession(sessionId),
    closeAll: (accountId) => lucia.invalidateUserSessions(accountId),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
    read: readCookie,
    forgetExpired: () => lucia.deleteExpiredSessions(),
  };
}
