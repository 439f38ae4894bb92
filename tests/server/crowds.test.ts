import { afterEach, describe, expect, it } from 'vitest';
import { makeCrowds } from '../../src/server/crowds.ts';
import { networkOf } from '../../src/server/networks.ts';
import { html, startPortal } from './start-portal.ts';

const HOUR = 3_600_000;
const OURS = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

function given() {
  const clock = { now: 0 };
  const crowds = makeCrowds(() => clock.now);
  const times = (count: number, address: (number: number) => string) =>
    Array.from({ length: count }, (_, number) => crowds.isCrowded(address(number))).filter(Boolean).length;
  return { clock, crowds, times };
}

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113'],
    ['::FFFF:203.0.113.7', '203.0.113'],
    ['::ffff:cb00:7107', '203.0.113'],
    ['0:0:0:0:0:ffff:cb00:7107', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:DB8:1:2::', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', undefined],
    ['0:0:0:0:0:0:0:1', undefined],
    ['127.0.0.1', undefined],
    ['::ffff:127.0.0.1', undefined],
    ['2001:db8::1', '2001:db8:0:0'],
    ['', undefined],
    ['unknown', undefined],
    ['203.0.113', undefined],
    ['999.1.1.1', undefined],
    ['[2001:db8::1]', undefined],
  ])('of %j is %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a crowd', () => {
  it('is more than twenty posts in an hour from one network, never the others', () => {
    const { crowds, times } = given();
    expect(times(25, (number) => `203.0.113.${number}`)).toBe(5);
    expect(crowds.isCrowded('::ffff:203.0.113.99')).toBe(true);
    expect(crowds.isCrowded('203.0.114.1')).toBe(false);
    expect(times(25, (number) => `2001:db8:1:2::${number.toString(16)}`)).toBe(5);
    expect(crowds.isCrowded('2001:db8:1:3::1')).toBe(false);
  });

  it('is never somebody whose address is not known', () => {
    expect(given().times(100, () => 'unknown')).toBe(0);
    expect(given().crowds.isCrowded(undefined)).toBe(false);
  });

  it('P2: is forgotten within the hour, with the key, also when nobody comes any more', () => {
    const { clock, crowds, times } = given();
    times(25, () => '203.0.113.1');
    expect(crowds.size).toBe(1);
    // The clock comes by once a minute.
    for (clock.now = 0; clock.now < HOUR; clock.now += 60_000) crowds.sweep();
    expect(crowds.size).toBe(0);
    expect(crowds.isCrowded('203.0.113.1')).toBe(false);
  });

  it('P2: stays bounded in a flood from everywhere, and no address is in what is kept', () => {
    const { crowds, times } = given();
    times(60_000, (number) => `2001:db8:${(number >> 8).toString(16)}:${(number & 255).toString(16)}::1`);
    expect(crowds.size).toBe(50_000);
    expect(crowds.isCrowded('198.51.100.1')).toBe(true);
    expect(crowds.isCrowded('2001:db8:0:1::1')).toBe(false);
    expect(Object.values(crowds).filter((value) => typeof value !== 'function')).toEqual([50_000]);
  });
});

type Portal = Awaited<ReturnType<typeof startPortal>>;
const running: Portal[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((portal) => portal.stop(0)));
});

describe('what a page about signals hears of where a post came from', () => {
  it('P2: is whether it is crowded there, and never an address', async () => {
    const locals: object[] = [];
    const portal = await startPortal({
      trusted: ['127.0.0.1'],
      page(request) {
        locals.push({ ...request.locals });
        return html('x');
      },
    });
    running.push(portal);
    const post = (path: string, address: string) =>
      portal.get(path, { method: 'POST', headers: { ...OURS, 'x-forwarded-for': address }, body: 'a=b' });
    for (let sent = 0; sent < 21; sent += 1) await post('/signaal', '203.0.113.7');
    await post('/signaal/volgen', '203.0.113.8');
    await post('/signaal', '198.51.100.9');
    expect(locals.map((each) => 'crowded' in each && each.crowded)).toEqual([
      ...Array.from({ length: 20 }, () => false),
      true,
      true,
      false,
    ]);
    expect(portal.asked.map(({ address }) => address)).toEqual(Array.from({ length: 23 }, () => undefined));
    expect(JSON.stringify([locals, portal.asked, portal.lines])).not.toMatch(/203\.0\.113|198\.51\.100/);
  });

  it('counts no reading, and no other form', async () => {
    const portal = await startPortal({ page: () => html('x') });
    running.push(portal);
    for (let read = 0; read < 30; read += 1) await portal.get('/signaal');
    for (let sent = 0; sent < 30; sent += 1) await portal.get('/inloggen', { method: 'POST', headers: OURS, body: '' });
    expect(portal.crowds.size).toBe(0);
  });

  it('P2: keeps nothing of who follows a signal out of the log either', async () => {
    const portal = await startPortal({ page: () => html('x') });
    running.push(portal);
    const cookie = 'sessie=abc';
    await portal.get('/signaal/volgen', { headers: { cookie, 'user-agent': 'Kijker/1' } });
    await portal.get('/_actions/follow.reply', { method: 'POST', headers: { ...OURS, cookie }, body: 'code=x' });
    expect(portal.lines).toEqual([]);
    expect(JSON.stringify(portal.asked.map(({ headers }) => headers))).not.toMatch(/sessie|Kijker/);
  });
});
