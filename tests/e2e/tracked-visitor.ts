import { expect } from '@playwright/test';

const AGENT = 'Kanarievogel/47.11 (zeldzaam toestel)';
const ADDRESS = '203.0.113.77';
const REFERRER = 'https://verraderlijke-verwijzer.example/pad';
export const FILE_NAME = 'IMG_kanariefoto.jpg';
export const POINT = { lat: '52.319874', lon: '4.955123', point: '4.955123,52.319874' };
/** What a visitor sends beside a form; `SENDER` is what of it can be searched for. */
export const HEADERS = {
  ...{ 'user-agent': AGENT, referer: REFERRER, cookie: 'volgkoekje=kanariekoekje', connection: 'close' },
  ...{ 'x-forwarded-for': ADDRESS, forwarded: `for=${ADDRESS}`, 'accept-language': 'fy-kanarie' },
};
export const SENDER = [AGENT, ADDRESS, REFERRER, 'kanariekoekje', 'fy-kanarie'];

const valueIn = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
/** The receipt code on a page; empty where there is none. */
export const codeIn = (html: string) => /(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(html)?.[0] ?? '';
/** What a check page carries on to the next step. */
export const carried = (html: string) =>
  Object.fromEntries(['token', 'stamp', 'carriedPhoto'].map((name) => [name, valueIn(html, name)]));

/** Posts a form (`action`: its path and action; bytes are a photo) as a browser does; gives the page that comes back. */
export async function postTo(origin: string, action: string, fields: Readonly<Record<string, string | Buffer>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    body.append(
      name,
      typeof value === 'string' ? value : new File([new Uint8Array(value)], FILE_NAME, { type: 'image/jpeg' }),
    );
  const answer = await fetch(`${origin}${action}`, { method: 'POST', headers: { ...HEADERS, origin }, body });
  expect(answer.headers.get('set-cookie')).toBeNull();
  return { status: answer.status, html: await answer.text() };
}

/** As long as somebody reads a check page. */
export async function read() {
  const since = Date.now();
  await expect.poll(() => Date.now() - since, { intervals: [500], timeout: 30_000 }).toBeGreaterThan(4_000);
}
