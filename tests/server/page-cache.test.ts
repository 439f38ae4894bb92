import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/server/answer.ts';
import { html, startPortal } from './start-portal.ts';

type Portal = Awaited<ReturnType<typeof startPortal>>;
const running: Portal[] = [];

/** A portal whose pages say how often one was made. */
async function given(
  page: (url: string, made: number) => Answer | Promise<Answer> = (_url, made) => html(`made ${made}`),
  options: { readonly trust?: number } = {},
) {
  let made = 0;
  const portal = await startPortal({ page: ({ url }) => page(url, (made += 1)), ...options });
  running.push(portal);
  return portal;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((portal) => portal.stop(0)));
});

describe('a public page', () => {
  it('is made once and then sent from memory', async () => {
    const { get } = await given();
    expect((await get('/over')).text).toBe('made 1');
    expect((await get('/over')).text).toBe('made 1');
  });

  it('is made anew after a commit in the published realm', async () => {
    const { get, state } = await given();
    await get('/over');
    state.revision = '2';
    expect((await get('/over')).text).toBe('made 2');
  });

  it('is made anew for who reads on after a post, also when the database was asked just now', async () => {
    const { get, state } = await given(undefined, { trust: 1_000 });
    await get('/over');
    await get('/over');
    state.revision = '2';
    expect((await get('/over')).text).toBe('made 1');
    await get('/uitloggen', { method: 'POST' });
    expect((await get('/over')).text).toBe('made 3');
  });

  it('is at most a minute old, because it says how long ago things were', async () => {
    const { get, state } = await given();
    await get('/over');
    state.time = 60_001;
    expect((await get('/over')).text).toBe('made 2');
  });

  it('is made once for all who ask for it together', async () => {
    const { get, asked } = await given();
    const texts = await Promise.all(Array.from({ length: 20 }, async () => (await get('/over')).text));
    expect(new Set(texts)).toEqual(new Set(['made 1']));
    expect(asked).toHaveLength(1);
  });

  it('that was being made when a commit came is not kept as if it had seen it', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { get, state, asked } = await given(async (_url, made) => {
      if (made === 1) await gate.promise;
      return html(`made ${made}`);
    });
    const before = get('/over');
    await expect.poll(() => asked.length).toBe(1);
    state.revision = '2';
    const after = get('/over');
    expect((await after).text).toBe('made 2');
    gate.resolve(undefined);
    expect((await before).text).toBe('made 1');
    expect((await get('/over')).text).not.toBe('made 1');
  });

  it('is kept under the query keys that it knows, and made without the others', async () => {
    const { get, asked } = await given();
    await get('/signaal?buurt=h-buurt&utm=1');
    await get('/signaal?utm=2&buurt=h-buurt');
    await get('/over?x=1');
    await get('/over?x=2');
    expect(asked.map(({ url }) => url)).toEqual(['/signaal?buurt=h-buurt', '/over']);
  });

  it('never comes from memory for somebody with a session, and theirs is never kept', async () => {
    const { get } = await given();
    await get('/over');
    expect((await get('/over', { headers: { cookie: 'a=b; sessie=abc' } })).text).toBe('made 2');
    expect((await get('/over')).text).toBe('made 1');
  });

  it('of the signal form does not know of sessions, so everybody gets the same', async () => {
    const { get, asked } = await given();
    await get('/signaal', { headers: { cookie: 'sessie=abc' } });
    expect((await get('/signaal')).text).toBe('made 1');
    expect(asked[0]?.headers.cookie).toBeUndefined();
  });

  it.each([
    ['sets a cookie', html('', { 'set-cookie': 'a=b' })],
    ['says it is private', html('', { 'cache-control': 'private' })],
    ['is not there', { ...html(''), status: 404 }],
    ['failed', { ...html(''), status: 500 }],
    ['is of another kind', html('', { 'content-type': 'application/json' })],
  ])('is not kept when it %s', async (_why, answer) => {
    const { get, asked } = await given(() => answer);
    await get('/over');
    await get('/over');
    expect(asked).toHaveLength(2);
  });

  it.each([
    '/inloggen',
    '/bijeenkomsten/feest/aanmelden',
    '/bijeenkomsten/feest/aanmelding/geheim',
    '/beheer',
    '/onbekend',
  ])('is not what %s is', async (path) => {
    const { get } = await given();
    await get(path);
    const { text, headers } = await get(path);
    expect(text).toBe('made 2');
    expect(headers['cache-control']).toContain('no-store');
  });
});

describe('what comes from memory', () => {
  const long = 'Nieuwe deuren. '.repeat(200);

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is compressed with %s when the browser takes it', async (encoding, open) => {
    const { get } = await given(() => html(long));
    for (const turn of ['first', 'second']) {
      const { headers, text } = await get('/over', { headers: { 'accept-encoding': encoding } });
      expect(headers, turn).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
      expect(open(Buffer.from(text, 'latin1')).toString()).toBe(long);
    }
  });

  it('is not compressed for a browser that refuses it', async () => {
    const { get } = await given(() => html(long));
    const { headers } = await get('/over', { headers: { 'accept-encoding': 'br;q=0, identity' } });
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('is not sent again to a browser that has it', async () => {
    const { get, state } = await given((_url, made) => html(`made ${made}`));
    const { headers } = await get('/over');
    const again = await get('/over', { headers: { 'if-none-match': `"other", ${headers.etag ?? ''}` } });
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
    expect(again.headers.etag).toBe(headers.etag);
    state.revision = '2';
    expect((await get('/over', { headers: { 'if-none-match': headers.etag ?? '' } })).status).toBe(200);
  });

  it('is not sent again to a program that only remembers the day of the last change; a tag goes before a day', async () => {
    const changed = 'Fri, 12 Feb 2027 09:00:00 GMT';
    const { get } = await given(() => html('feed', { 'last-modified': changed }));
    const asked = async (headers: Record<string, string>) => (await get('/bijeenkomsten.ics', { headers })).status;
    expect(await asked({ 'if-modified-since': changed })).toBe(304);
    expect(await asked({ 'if-modified-since': 'Fri, 12 Feb 2027 08:59:59 GMT' })).toBe(200);
    expect(await asked({ 'if-modified-since': 'yesterday' })).toBe(200);
    expect(await asked({ 'if-modified-since': changed, 'if-none-match': '"other"' })).toBe(200);
  });
});

describe('an answer for one visitor', () => {
  const long = 'Nieuwe deuren. '.repeat(200);

  it('is compressed for a visitor, and not for who is logged in (BREACH)', async () => {
    const { get } = await given(() => html(long));
    const headers = { 'accept-encoding': 'br' };
    expect((await get('/inloggen', { headers })).headers['content-encoding']).toBe('br');
    expect(
      (await get('/beheer', { headers: { ...headers, cookie: 'sessie=abc' } })).headers['content-encoding'],
    ).toBeUndefined();
  });
});
