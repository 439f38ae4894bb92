import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSessions } from '../../src/domain/accounts/lucia-sessions.ts';
import { hasSession, isSignal } from '../../src/server/privacy.ts';
import { PUBLIC_PATTERNS, publicPage } from '../../src/server/public-pages.ts';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { routes } from '../../src/web/routes.ts';

const pages = join(import.meta.dirname, '../../src/pages');
const filesOf = (pattern: string) =>
  pattern === '/' ? ['index.astro'] : [`${pattern}.astro`, `${pattern}/index.astro`, `${pattern}.ts`];

describe('the list of pages that may be kept in memory', () => {
  it('names pages that exist', () => {
    expect(
      PUBLIC_PATTERNS.filter((pattern) => !filesOf(pattern).some((file) => existsSync(join(pages, file)))),
    ).toEqual([]);
  });

  it('has none of the pages that are for one person', () => {
    const { login, logout, signUp, mySignUp, invitation, manage, draft, preview, places, health } = routes;
    const own = [
      login(),
      logout(),
      signUp('feest'),
      mySignUp('feest', 'geheim'),
      invitation('geheim'),
      manage(),
      draft('1'),
      preview('1'),
    ];
    for (const path of [...own, places('feest'), health()]) expect(publicPage(path, ''), path).toBeUndefined();
  });

  it('keeps a page under the query keys that it knows, once each, and not under endless ones', () => {
    expect(publicPage('/buurten', '?utm=x&zoek=rijn&zoek=h')).toEqual({
      key: '/buurten?zoek=rijn',
      pattern: '/buurten',
    });
    expect(publicPage('/buurten', `?zoek=${'a'.repeat(300)}`)).toBeUndefined();
    expect(publicPage('/signaal', '?taal=en&buurt=h-buurt')?.key).toBe('/signaal?buurt=h-buurt&taal=en');
  });
});

describe('a request', () => {
  it('has a session when it carries the cookie of the accounts', async () => {
    const sqlite = join(mkdtempSync(join(tmpdir(), 'session-')), 'professionals.sqlite');
    const { sessionAdapter: adapter, database } = openProfessionals({ sqlite });
    const [cookie = ''] = makeSessions({ adapter, secure: true, now: () => new Date() })
      .blankCookie()
      .split(';');
    await database[Symbol.asyncDispose]();
    expect(hasSession({ cookie: `a=b; ${cookie}x` })).toBe(true);
    expect(hasSession({ cookie: `not${cookie}x` })).toBe(false);
  });

  it('is about a signal on the form and in its action, with a query or without', () => {
    expect([routes.signal(), routes.signal('h-buurt'), '/signaal/x', '/_actions/signals.send'].every(isSignal)).toBe(
      true,
    );
    expect(['/signaalbalie', routes.manageSignals(), '/'].some(isSignal)).toBe(false);
  });
});
