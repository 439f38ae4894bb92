import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { html, startPortal } from './start-portal.ts';

type Portal = Awaited<ReturnType<typeof startPortal>>;
const running: Portal[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((portal) => portal.stop(0)));
});

describe('stopping', () => {
  it('lets a request that is under way finish, and takes no new one', async () => {
    const gate = Promise.withResolvers<undefined>();
    const portal = await startPortal({
      async page() {
        await gate.promise;
        return html('klaar');
      },
    });
    const underWay = portal.get('/inloggen');
    await expect.poll(() => portal.asked.length).toBe(1);
    const stopped = portal.stop(10_000);
    await expect(portal.get('/inloggen')).rejects.toThrow('ECONNREFUSED');
    gate.resolve(undefined);
    expect((await underWay).text).toBe('klaar');
    await stopped;
  });

  it('tells who holds a connection to ask nothing more on it', async () => {
    const gate = Promise.withResolvers<undefined>();
    const portal = await startPortal({
      async page() {
        await gate.promise;
        return html('klaar');
      },
    });
    const underWay = portal.raw('GET /inloggen HTTP/1.1\r\nhost: a\r\n\r\n');
    await expect.poll(() => portal.asked.length).toBe(1);
    const stopped = portal.stop(10_000);
    gate.resolve(undefined);
    expect(await underWay).toMatch(/\r\nconnection: close\r\n/i);
    await stopped;
  });

  it('does not wait for a visitor who holds a connection and asks nothing', async () => {
    const portal = await startPortal();
    const socket = connect(portal.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    await portal.stop(10_000);
    socket.destroy();
  });
});

describe('a request that is no good HTTP', () => {
  const given = async () => {
    const portal = await startPortal();
    running.push(portal);
    return portal;
  };

  it.each([
    ['two lengths', 'POST /x HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nabc'],
    [
      'a length and chunks (request smuggling)',
      'POST /x HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\nabc',
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a version of its own', 'GET / HTTP/9.9\r\nhost: a\r\n\r\n'],
  ])('is answered with 400: %s', async (_name, text) => {
    const { raw } = await given();
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('with endless headers is answered with 431', async () => {
    const { raw } = await given();
    expect(await raw(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('that expects the impossible is answered with 417', async () => {
    const { get } = await given();
    expect((await get('/', { headers: { expect: 'tea' } })).status).toBe(417);
  });
});
