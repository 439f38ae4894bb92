import { afterEach, describe, expect, it } from 'vitest';
import { html, startPortal, type Sent } from './start-portal.ts';

type Portal = Awaited<ReturnType<typeof startPortal>>;
const running: Portal[] = [];
async function given(...options: Parameters<typeof startPortal>): Promise<Portal> {
  const portal = await startPortal(...options);
  running.push(portal);
  return portal;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((portal) => portal.stop(0)));
});

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const OURS = { ...FORM, 'sec-fetch-site': 'same-origin' };

describe('every answer', () => {
  const ways: readonly (readonly [string, string, Sent])[] = [
    ['a page', '/over', {}],
    ['a page from memory', '/over', {}],
    ['a file', '/_astro/style.css', {}],
    ['a page of its own', '/inloggen', {}],
    ['a redirect', '/over/', {}],
    ['a broken address', '/%E0%A4%A', {}],
    ['a method we do not know', '/over', { method: 'DELETE' }],
    ['TRACE', '/over', { method: 'TRACE' }],
    ['a foreign post', '/signaal', { method: 'POST', headers: { origin: 'https://evil.example' } }],
    ['too much', '/signaal', { method: 'POST', headers: OURS, body: 'a'.repeat(200_000) }],
    ['not modified', '/over', { headers: { 'if-none-match': '*' } }],
    ['a head', '/over', { method: 'HEAD' }],
  ];

  it.each(ways)('carries the security headers: %s', async (_name, path, sent) => {
    const { get } = await given();
    const { headers } = await get(path, sent);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['content-security-policy']).toMatch(/default-src '(?:none|self)'/);
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('also when it was no HTTP at all', async () => {
    const { raw } = await given();
    const answer = await raw('hello\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('x-content-type-options: nosniff');
    expect(answer).toContain("content-security-policy: default-src 'none'");
  });

  it('also to somebody who wants a tunnel', async () => {
    const { raw } = await given();
    expect(await raw('CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example:443\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 405 [\s\S]*x-frame-options: DENY/,
    );
  });

  it('asks for TLS for good when it goes over TLS, which only a proxy that we trust can tell', async () => {
    const forwarded = { headers: { 'x-forwarded-proto': 'https' } };
    const trusting = await given({ trusted: ['127.0.0.0/8'] });
    const { headers } = await trusting.get('/over', forwarded);
    expect(headers['strict-transport-security']).toBe('max-age=63072000');
    const careful = await given();
    expect((await careful.get('/over', forwarded)).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('an address', () => {
  it.each([
    '/%',
    '/%E0%A4%A',
    '/buurten/%00',
    '/buurten/%5Cevil',
    '//evil.example/',
    '/a//b',
    '/../etc',
    '/%2e%2e/etc',
    'http://evil.example/',
  ])('that is broken gets 400: %s', async (path) => {
    const { get, asked } = await given();
    expect((await get(path)).status).toBe(400);
    expect(asked.map(({ url, locals }) => ({ url, locals }))).toEqual([
      { url: '/404', locals: expect.objectContaining({ refusal: 'bad-address' }) as object },
    ]);
  });

  it('with a slash at the end moves to the one without, query and all', async () => {
    const { get } = await given();
    const { status, headers } = await get('/buurten/?zoek=h');
    expect(status).toBe(308);
    expect(headers.location).toBe('/buurten?zoek=h');
  });

  it('of a page for errors is not known to visitors', async () => {
    const { get, asked } = await given({ page: ({ url }) => ({ ...html(''), status: url === '/500' ? 500 : 404 }) });
    expect((await get('/500')).status).toBe(404);
    expect(asked[0]?.url).toBe('/404');
  });
});

describe('a post', () => {
  it.each([
    ['from our page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['typed in by the visitor', { 'sec-fetch-site': 'none' }, 200],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site' }, 403],
    ['from elsewhere', { 'sec-fetch-site': 'cross-site', origin: 'http://portal.example' }, 403],
    ['from an older browser on our page', { origin: 'http://portal.example' }, 200],
    ['from an older browser elsewhere', { origin: 'http://evil.example' }, 403],
    ['from a sandboxed frame', { origin: 'null' }, 403],
    ['from a mail service that unsubscribes (RFC 8058)', {}, 200],
  ])('%s', async (_name, headers, status) => {
    const { get } = await given();
    expect((await get('/uitloggen', { method: 'POST', headers: { ...FORM, ...headers } })).status).toBe(status);
  });

  it.each([
    ['/post/stop/abc-1.de_f', 200],
    ['/post/stop/abc-1.de_f?taal=en', 200],
    ['/post/stop/abc?taal=en&_action=accounts.remove', 403],
    ['/post/stop/abc-1.de_f?taal=en', 200],
    ['/post/stop/abc?_action=accounts.remove', 403],
    ['/post/stop/abc?taal=en&_action=accounts.remove', 403],
    ['/post/stop/abc/def', 403],
    ['/post/stop', 403],
    ['/post/stopper', 403],
    ['/beheer/post/stop/abc', 403],
    ['/_actions/post/stop/abc', 403],
  ])('from a page of a mail program is taken only to stop a letter (RFC 8058): %s', async (path, status) => {
    const { get } = await given();
    const headers = { ...FORM, 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' };
    const { status: answered } = await get(path, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' });
    expect(answered).toBe(status);
  });

  it('brings its body to the page, byte for byte', async () => {
    const { get, asked } = await given();
    await get('/signaal', { method: 'POST', headers: OURS, body: 'tekst=%F0%9F%99%82' });
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/signaal', body: Buffer.from('tekst=%F0%9F%99%82') });
  });

  it('of more than 100 KB is refused, also when it does not say its size', async () => {
    const { get, asked } = await given();
    const body = 'a'.repeat(100 * 1024 + 1);
    expect((await get('/signaal/volgen', { method: 'POST', headers: OURS, body })).status).toBe(413);
    const chunked = { ...OURS, 'transfer-encoding': 'chunked' };
    expect((await get('/signaal/volgen', { method: 'POST', headers: chunked, body })).status).toBe(413);
    expect(asked.every(({ method, url }) => method === 'GET' && url === '/404')).toBe(true);
  });

  it('is refused in the language of the page that it came from, of whose address nothing else goes along', async () => {
    const { get, asked } = await given();
    const foreign = { method: 'POST', headers: { origin: 'https://other.example' }, body: 'a' };
    await get('/signaal?buurt=x&taal=en', foreign);
    await get('/signaal?buurt=x&taal=xx', foreign);
    expect(asked.map(({ url }) => url)).toEqual(['/404?taal=en', '/404']);
  });

  it('with a picture is for who is logged in and for their pages, and for the signal form', async () => {
    const body = Buffer.alloc(1_000_000);
    const sent = { method: 'POST', headers: { ...OURS, cookie: 'sessie=abc' }, body };
    const inside = await given({ loggedIn: true });
    expect((await inside.get('/beheer/concepten/1', sent)).status).toBe(200);
    expect((await inside.get('/contact', sent)).status).toBe(413);
    const outside = await given({ loggedIn: false });
    expect((await outside.get('/beheer/concepten/1', sent)).status).toBe(413);
    expect((await outside.get('/signaal', sent)).status).toBe(200);
    expect((await outside.get('/signaal', { ...sent, body: Buffer.alloc(1_100_000) })).status).toBe(413);
  });

  it('to a file is not a way to ask for it', async () => {
    const { get } = await given();
    const { status, headers } = await get('/_astro/style.css', { method: 'POST', headers: OURS });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });
});

describe('a method', () => {
  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND'])(
    'that we do not have gets 405: %s',
    async (method) => {
      const { get } = await given();
      const { status, headers } = await get('/over', { method });
      expect(status).toBe(405);
      expect(headers.allow).toBe('GET, HEAD, POST');
    },
  );

  it('HEAD says the same as GET, without the page', async () => {
    const { get } = await given();
    const whole = await get('/inloggen');
    const head = await get('/inloggen', { method: 'HEAD' });
    expect(head.text).toBe('');
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
  });
});

describe('a page that fails', () => {
  it('becomes the page that says so, and its error is in the log without what was typed', async () => {
    const { get, lines } = await given({
      page({ url }) {
        if (url === '/500') return { ...html('Er ging iets mis'), status: 500 };
        throw new Error('Failed query, params: noor@example.org');
      },
    });
    const { status, text } = await get('/inloggen');
    expect({ status, text }).toEqual({ status: 500, text: 'Er ging iets mis' });
    expect(lines.join()).toContain('a page failed');
    expect(lines.join()).not.toContain('noor@example.org');
  });

  it('still gets an answer in plain words when even that page fails', async () => {
    const { get } = await given({
      page() {
        throw new Error('no database');
      },
    });
    const { status, text } = await get('/inloggen');
    expect(status).toBe(500);
    expect(text).toContain('Er ging iets mis bij ons');
  });
});
