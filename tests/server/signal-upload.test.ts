import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSignalUploads, type Upload } from '../../src/server/signal-upload.ts';

const MEGABYTE = 1024 * 1024;
const FIELDS = { buurt: 'h-buurt', text: 'Hier wil ik een bankje', stamp: 's' };

type Size = Parameters<typeof makeSignalUploads>[0];

/** A server that answers what it took in; `hold` keeps each upload until it is told to let go. */
async function aServer({ size, hold }: { size?: Size; hold?: Promise<unknown> } = {}) {
  const takeIn = makeSignalUploads(size);
  const seen: Upload['body']['kind'][] = [];
  const server = createServer((asked, answer) => {
    void takeIn(asked).then(async ({ body, done }) => {
      seen.push(body.kind);
      await hold;
      done();
      if (body.kind !== 'whole') return answer.writeHead(413).end(body.kind);
      const form = await new Response(new Uint8Array(body.bytes), {
        headers: { 'content-type': asked.headers['content-type'] ?? '' },
      }).formData();
      const told = [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.size] as const);
      return answer.end(JSON.stringify(Object.fromEntries(told)));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, seen };
}

function aForm(photo: number, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...FIELDS, ...more })) form.append(name, value);
  form.append('photo', new File([Buffer.alloc(photo, 7)], 'IMG_0001.JPG', { type: 'image/jpeg' }));
  return form;
}

const post = async (port: number, body: FormData) => {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/signaal`, { method: 'POST', body });
  return answer.status === 200 ? ((await answer.json()) as unknown) : answer.text();
};

describe('what is posted to the signal form', () => {
  it.each([0, 100, 3 * MEGABYTE, 12 * MEGABYTE])('comes in whole with a photo of %i bytes', async (size) => {
    const { port } = await aServer();
    expect(await post(port, aForm(size))).toEqual({ ...FIELDS, photo: size });
  });

  it('keeps the text when the file is too large, and says that it is', async () => {
    const { port } = await aServer();
    expect(await post(port, aForm(14 * MEGABYTE))).toEqual({ ...FIELDS, photoLeftOut: 'file-too-large' });
    expect(await post(port, aForm(40 * MEGABYTE))).toEqual({ ...FIELDS, photoLeftOut: 'file-too-large' });
  });

  it('refuses what is too large without a file, and what never ends', async () => {
    const { port } = await aServer();
    expect(await post(port, aForm(0, { text: 'a'.repeat(14 * MEGABYTE) }))).toBe('too-large');
    const endless = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/signaal',
      headers: { 'content-length': 2 * MEGABYTE, 'content-type': 'application/x-www-form-urlencoded' },
    });
    endless.end(Buffer.alloc(2 * MEGABYTE, 'a'));
    const [answer] = (await once(endless, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
  });

  it('lets who finds no room wait until there is some, and takes every photo in', async () => {
    const { port } = await aServer({ size: { files: 13 * MEGABYTE } });
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(port, aForm(3 * MEGABYTE))));
    expect(answers).toEqual(Array.from({ length: 12 }, () => ({ ...FIELDS, photo: 3 * MEGABYTE })));
  });

  it('lets nobody who sends only a text wait for those with photos', async () => {
    const held = Promise.withResolvers<undefined>();
    const { port, seen } = await aServer({ size: { files: 2 * MEGABYTE }, hold: held.promise });
    const first = post(port, aForm(1.5 * MEGABYTE));
    const second = post(port, aForm(1.5 * MEGABYTE));
    await expect.poll(() => seen.length).toBe(1);
    const text = post(port, aForm(0));
    await expect.poll(() => seen.length).toBe(2);
    held.resolve(undefined);
    expect(await text).toEqual({ ...FIELDS, photo: 0 });
    expect([await first, await second]).toHaveLength(2);
  });

  it('holds no more at once of photos that travel along than fit, and lets texts pass meanwhile', async () => {
    const held = Promise.withResolvers<undefined>();
    const { port, seen } = await aServer({ size: { travelling: MEGABYTE }, hold: held.promise });
    const photos = Array.from({ length: 4 }, () => post(port, aForm(0.6 * MEGABYTE)));
    await expect.poll(() => seen.length).toBe(1);
    const text = post(port, aForm(0));
    await expect.poll(() => seen.length).toBe(2);
    held.resolve(undefined);
    expect(await text).toEqual({ ...FIELDS, photo: 0 });
    const answers = await Promise.all(photos);
    expect(answers).toEqual(photos.map(() => ({ ...FIELDS, photo: Math.floor(0.6 * MEGABYTE) })));
  });

  it('gives the room back of who hangs up half way', async () => {
    const { port, seen } = await aServer({ size: { files: 2 * MEGABYTE } });
    for (let time = 0; time < 3; time += 1) {
      const half = connect(port, '127.0.0.1');
      const head = [
        'POST /signaal HTTP/1.1',
        'Host: x',
        'Content-Type: multipart/form-data; boundary=b',
        `Content-Length: ${String(2 * MEGABYTE)}`,
      ];
      half.write(`${head.join('\r\n')}\r\n\r\n--b\r\n`);
      await once(half, 'connect');
      half.destroy();
      await expect.poll(() => seen.length).toBe(time + 1);
    }
    expect(seen).toEqual(['gone', 'gone', 'gone']);
    expect(await post(port, aForm(1.5 * MEGABYTE))).toEqual({ ...FIELDS, photo: 1.5 * MEGABYTE });
  });
});
