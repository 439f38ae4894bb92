import { afterEach, describe, expect, it } from 'vitest';
import { html, startPortal } from './start-portal.ts';

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

describe('what a page knows of its visitor', () => {
  it('is the host that we were given, whatever the visitor says', async () => {
    const { get, asked } = await given();
    await get('/inloggen', {
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'user-agent': 'Kijker/1' },
    });
    expect(asked[0]?.headers).toEqual({});
  });

  it('is nothing at all with a signal: no address, no session, no language', async () => {
    const { get, asked } = await given();
    const headers = {
      ...OURS,
      cookie: 'sessie=abc',
      'accept-language': 'ar',
      'user-agent': 'Kijker/1',
      referer: 'http://x.example/',
    };
    await get('/signaal', { method: 'POST', headers, body: 'a=b' });
    expect(asked[0]?.address).toBeUndefined();
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual(['content-length', 'content-type', 'sec-fetch-site']);
  });

  it('is the address that a proxy of ours added, not what the visitor wrote before it', async () => {
    const { get, asked } = await given({ trusted: ['127.0.0.1', '10.0.0.0/8'] });
    await get('/inloggen', { headers: { 'x-forwarded-for': '6.6.6.6, nonsense, 203.0.113.7, 10.1.2.3' } });
    expect(asked[0]?.address).toBe('203.0.113.7');
  });

  it('is the address of the connection when no proxy is trusted', async () => {
    const { get, asked } = await given();
    await get('/inloggen', { headers: { 'x-forwarded-for': '6.6.6.6' } });
    expect(asked[0]?.address).toBe('127.0.0.1');
  });
});

describe('the log', () => {
  it('has a line per request: method, route, status and time, and nothing of who or what', async () => {
    const { get, lines } = await given({
      page({ locals }) {
        Object.assign(locals, { routePattern: '/bijeenkomsten/[bijeenkomst]/aanmelding/[geheim]' });
        return html('x');
      },
    });
    await get('/bijeenkomsten/feest/aanmelding/zeergeheim?x=noor', { headers: { 'user-agent': 'Kijker/1' } });
    const [line] = lines.map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(Object.keys(line ?? {}).sort()).toEqual(['level', 'method', 'ms', 'pattern', 'status', 'time']);
    expect(line).toMatchObject({
      method: 'GET',
      pattern: '/bijeenkomsten/[bijeenkomst]/aanmelding/[geheim]',
      status: 200,
    });
    expect(lines.join()).not.toMatch(/zeergeheim|noor|127\.0\.0\.1|Kijker/);
  });

  it('has no word of a link that stops letters, whether it is opened or posted to', async () => {
    const { get, lines } = await given({ page: () => html('x') });
    await get('/post/stop/zeergeheim.woord');
    await get('/post/stop/zeergeheim.woord', { method: 'POST', headers: FORM, body: 'List-Unsubscribe=One-Click' });
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/zeergeheim|One-Click/);
  });

  it('P2: has no line for the files that a signal page needs: they would tell when somebody was there', async () => {
    const { get, lines } = await given();
    expect((await get('/_astro/style.css')).status).toBe(200);
    await get('/_astro/style.css', { headers: { 'if-none-match': '*' } });
    expect(lines).toEqual([]);
  });

  it('P2: has nothing per visit to the signal form, only how many there were on a day', async () => {
    const { get, lines, state, traffic } = await given();
    await get('/signaal');
    await get('/signaal', { method: 'POST', headers: OURS, body: 'a=b' });
    expect(lines).toEqual([]);
    state.day = '2027-03-19';
    await get('/signaal');
    expect(lines.map((text) => JSON.parse(text) as object)).toEqual([
      expect.objectContaining({ signalPages: 2, day: '2027-03-18' }),
    ]);
    traffic.close();
    expect(lines).toHaveLength(2);
  });
});
