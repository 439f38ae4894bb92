import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../kernel/index.ts';
import { makeSignals } from '../index.ts';
import { preparePhoto } from '../photo/index.ts';
import { sealContent } from '../sealing/content.ts';
import { givenSignals } from '../../../../tests/signals/given.ts';

const TEXT = 'Mijn buurman Kanariepiet woont op 12 en kanariepiet fluit hard.';

/** Half red, half blue. */
async function aPhoto(): Promise<Uint8Array> {
  const blue = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer();
  const both = sharp({ create: { width: 600, height: 400, channels: 3, background: '#ff0000' } });
  const made = await preparePhoto(
    await both
      .composite([{ input: blue, left: 300, top: 0 }])
      .png()
      .toBuffer(),
  );
  if (!made.ok) throw new Error(made.reason);
  return made.value.bytes;
}

async function givenOne(changes: { readonly photo?: Uint8Array } = {}) {
  const given = await givenSignals();
  await given.send({ text: TEXT, ...changes });
  const { signals, desk, session, realm, folder } = given;
  const queue = await signals.desk.queue(desk, session, { state: 'new', after: null });
  const id = queue.ok ? (queue.value.entries[0]?.signal.id ?? '') : '';
  given.acts.length = 0;
  return {
    ...given,
    id,
    stored: () => realm.deskStore.find(id),
    /** Every byte of the database: file and WAL. */
    async bytes() {
      const files = (await readdir(folder)).filter((name) => name.startsWith('signals.sqlite'));
      return Buffer.concat(await Promise.all(files.map((name) => readFile(join(folder, name)))));
    },
    async read() {
      const found = await signals.desk.signal(desk, session, id);
      if (!found.ok) throw new Error(found.reason);
      return found.value;
    },
  };
}

/** A piece from the middle of what was sealed: it stands nowhere else. */
const pieceOf = (sealed: Uint8Array | null | undefined) => Buffer.from((sealed ?? new Uint8Array()).subarray(100, 164));

describe('making parts of a text unreadable', () => {
  it('P9: overwrites the original: it cannot be read, and its bytes are in no file of the database', async () => {
    const { signals, desk, session, id, read, stored, bytes, acts } = await givenOne();
    const original = pieceOf((await stored())?.signal.sealed);
    expect((await bytes()).includes(original)).toBe(true);
    const redaction = { id, marks: [], pieces: 'Kanariepiet\r\nop 12' };
    expect(await signals.desk.redact(desk, session, redaction)).toMatchObject({ ok: true });
    const { content } = await read();
    expect(content).toMatchObject({ value: { text: 'Mijn buurman ▇▇▇ woont ▇▇▇ en ▇▇▇ fluit hard.', redacted: true } });
    expect((await bytes()).includes(original)).toBe(false);
    expect(acts).toEqual([{ actor: desk, action: 'signal.redact', object: `signal:${id}`, buurtId: null }]);
  });

  it('P9: is done, and says so, while somebody keeps on reading; the hourly round takes what is left in the WAL', async () => {
    const { needs, desk, session, passphrase, id, stored, bytes } = await givenOne();
    const original = pieceOf((await stored())?.signal.sealed);
    const deskStore = { ...needs.deskStore, wipe: () => Promise.reject(new Error('Somebody is still reading.')) };
    const { keys, desk: busy, forgetting } = makeSignals({ ...needs, deskStore });
    await keys.open(desk, session, passphrase);
    expect(await busy.redact(desk, session, { id, marks: [], pieces: 'Kanariepiet' })).toMatchObject({ ok: true });
    expect((await bytes()).includes(original)).toBe(true);
    await forgetting.forget();
    await forgetting.forget();
    expect((await bytes()).includes(original)).toBe(false);
  });

  it('P9: overwrites what the sender said later too', async () => {
    const given = await givenSignals();
    const { signals, desk, session, realm } = given;
    const receipt = await given.send({ text: 'Het is hier donker.' });
    const token = 'a token of a form that the gate let through';
    expect(await signals.dialogue.reply({ code: receipt, text: 'Vraag het Kanariepiet maar.', token })).toMatchObject({
      ok: true,
    });
    const queue = await signals.desk.queue(desk, session, { state: 'new', after: null });
    const id = queue.ok ? (queue.value.entries[0]?.signal.id ?? '') : '';
    const before = (await realm.deskStore.find(id))?.turns[0]?.sealedForDesk;
    await signals.desk.redact(desk, session, { id, marks: [], pieces: 'Kanariepiet' });
    const found = await signals.desk.signal(desk, session, id);
    expect(found).toMatchObject({ value: { turns: [{ text: { is: 'read', value: 'Vraag het ▇▇▇ maar.' } }] } });
    const files = (await readdir(given.folder)).filter((name) => name.startsWith('signals.sqlite'));
    for (const name of files) {
      expect((await readFile(join(given.folder, name))).includes(pieceOf(before))).toBe(false);
    }
  });

  it('shows first how it becomes, and changes nothing', async () => {
    const { signals, desk, session, id, read } = await givenOne();
    const preview = await signals.desk.previewRedaction(desk, session, { id, marks: [], pieces: 'Kanariepiet' });
    expect(preview).toMatchObject({ value: { parts: [{ name: 'text', before: TEXT }], missing: [] } });
    expect((await read()).content).toMatchObject({ value: { text: TEXT, redacted: false } });
  });

  it('takes out nothing as long as a piece is not found, or nothing is chosen', async () => {
    const { signals, desk, session, id, read } = await givenOne();
    const redact = (pieces: string) => signals.desk.redact(desk, session, { id, marks: ['text:0-5'], pieces });
    expect(await redact('Kanariepiet\nBartholomeus')).toEqual(refused('missing'));
    expect(await redact('')).toEqual(refused('nothing'));
    expect(await redact('k')).toEqual(refused('missing'));
    expect(await redact(Array.from({ length: 51 }, (_, index) => `stukje ${index}`).join('\n'))).toEqual(
      refused('too-many'),
    );
    expect((await read()).content).toMatchObject({ value: { text: TEXT } });
  });

  it('takes a mark that was offered', async () => {
    const { signals, desk, session, id, read } = await givenOne();
    const [part] = (await read()).parts;
    const mark = part?.marks[0];
    if (!mark) throw new Error('no mark');
    const marks = [`text:${mark.start}-${mark.end}`];
    expect(await signals.desk.redact(desk, session, { id, marks, pieces: '' })).toMatchObject({ ok: true });
    const { content } = await read();
    expect(content.is === 'read' && content.value.text).toContain('▇▇▇');
  });

  it('does not undo what somebody else made unreadable at the same moment', async () => {
    const { signals, desk, session, id, read } = await givenOne();
    const redact = (pieces: string) => signals.desk.redact(desk, session, { id, marks: [], pieces });
    const both = await Promise.all([redact('Kanariepiet'), redact('op 12')]);
    expect(both.filter((done) => done.ok)).toHaveLength(1);
    expect(both).toContainEqual(refused('stale'));
    const { content } = await read();
    expect(content.is === 'read' && content.value.text.match(/▇▇▇/g)).not.toBeNull();
  });

  it('is for the desk alone', async () => {
    const { signals, others, session, id } = await givenOne();
    for (const actor of Object.values(others)) {
      expect(await signals.desk.redact(actor, session, { id, marks: [], pieces: 'Kanariepiet' })).toEqual(
        refused('forbidden'),
      );
      expect(await signals.desk.redactPhoto(actor, session, { id, squares: 'all' })).toEqual(refused('forbidden'));
      expect(await signals.desk.photo(actor, session, id)).toEqual(refused('forbidden'));
      expect(await signals.desk.signal(actor, session, id)).toEqual(refused('forbidden'));
    }
  });
});

describe('making a photo black', () => {
  it('P9: paints over the pixels themselves, and the photo before it is in no file of the database', async () => {
    const { signals, desk, session, id, read, realm, bytes } = await givenOne({ photo: await aPhoto() });
    const original = pieceOf((await realm.deskStore.photo(id))?.sealed);
    expect((await bytes()).includes(original)).toBe(true);
    // 12 by 8 squares: the left half of the first row.
    const squares = [0, 1, 2, 3, 4, 5];
    expect(await signals.desk.redactPhoto(desk, session, { id, squares })).toEqual(ok('painted'));
    expect((await bytes()).includes(original)).toBe(false);
    const photo = await signals.desk.photo(desk, session, id);
    if (!photo.ok) throw new Error(photo.reason);
    const { data, info } = await sharp(photo.value).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
    for (const x of [2, 100, 290]) expect(Math.max(...at(x, 20))).toBeLessThan(12);
    const [red = 0, , blue = 0] = at(100, 200);
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeLessThan(60);
    expect((await read()).content).toMatchObject({ value: { redacted: true } });
  });

  it('P9: takes the photo away wholly', async () => {
    const { signals, desk, session, id, read, realm, bytes } = await givenOne({ photo: await aPhoto() });
    const original = pieceOf((await realm.deskStore.photo(id))?.sealed);
    expect(await signals.desk.redactPhoto(desk, session, { id, squares: 'all' })).toEqual(ok('removed'));
    expect(await signals.desk.photo(desk, session, id)).toEqual(refused('gone'));
    expect((await bytes()).includes(original)).toBe(false);
    expect((await read()).hasPhoto).toBe(false);
  });

  it('refuses when nothing was chosen, and leaves everything as it was', async () => {
    const { signals, desk, session, id, realm } = await givenOne({ photo: await aPhoto() });
    const before = await realm.deskStore.photo(id);
    for (const squares of [[], [-1], [Number.NaN], [0.5]])
      expect(await signals.desk.redactPhoto(desk, session, { id, squares })).toEqual(refused('nothing'));
    expect(await realm.deskStore.photo(id)).toEqual(before);
  });
});

describe('reading at the desk', () => {
  it('says of what cannot be opened what it is', async () => {
    const { realm, id, read } = await givenOne();
    const found = await realm.deskStore.find(id);
    const was = found?.signal.sealed ?? new Uint8Array();
    const changed = Uint8Array.from(was, (byte, index) => (index === 200 ? byte ^ 1 : byte));
    const keyId = found?.signal.keyId ?? '';
    await realm.deskStore.replace({ id, content: { was, now: { sealed: changed, keyId } } });
    expect((await read()).content).toEqual({ is: 'broken' });
    await realm.deskStore.replace({ id, content: { was: changed, now: { sealed: changed, keyId: 'another key' } } });
    expect((await read()).content).toEqual({ is: 'closed' });
  });

  it('takes nothing for a signal that somebody sealed to the public key by hand', async () => {
    const { realm, id, read, signals } = await givenOne();
    const was = (await realm.deskStore.find(id))?.signal.sealed ?? new Uint8Array();
    const key = await signals.keys.activeKey();
    if (!key) throw new Error('no key');
    const odd = { text: 'x', channel: 'fax', lane: 'fast', answers: [], redacted: false };
    const sealed = sealContent(JSON.parse(JSON.stringify(odd)), key);
    await realm.deskStore.replace({ id, content: { was, now: { sealed, keyId: key.id } } });
    expect((await read()).content).toEqual({ is: 'broken' });
  });
});
