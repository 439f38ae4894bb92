import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { givenSignals, THE_TASK } from '../../../../tests/signals/given.ts';
import { plainReceipt, receiptFrom } from '../plain/index.ts';
import { sealContent } from '../sealing/content.ts';
import { newKeyPair, seal } from '../sealing/seal.ts';

const CONTENT = {
  text: 'Kanarie in de hal',
  channel: 'street',
  lane: 'fast',
  answers: [{ question: 'Hoe is het hier?', answer: 'Donker' }],
  redacted: false,
} as const;
const newId = () => randomBytes(16).toString('base64url');

/** A phone that took along what it needs, and seals as the island does. */
async function given() {
  const all = await givenSignals();
  const { interviews } = all.signals;
  const interviewer = all.others['an interviewer'];
  const kit = await interviews.kit(interviewer);
  if (!kit.ok) throw new Error(kit.reason);
  const { deskKey, portalKey } = kit.value;
  const receipt = receiptFrom(randomBytes(20));
  const inside = {
    ...{ buurt: all.buurt.slug, kind: 'wish', theme: all.theme.slug, cell: all.cells[0]?.id ?? null },
    ...{ deskKey: deskKey.id, receipt: plainReceipt(receipt) },
    content: Buffer.from(sealContent(CONTENT, deskKey)).toString('base64'),
  };
  const wrap = (changes: object = {}) => seal(Buffer.from(JSON.stringify({ ...inside, ...changes })), portalKey);
  const rows = () => all.realm.database.read.db.select().from(all.realm.database.read.t.signals);
  const state = async (envelope: Uint8Array, id = newId()) => {
    const answers = await interviews.receive(interviewer, [{ id, envelope }]);
    return answers.ok ? answers.value[0]?.state : answers.reason;
  };
  return { ...all, interviews, interviewer, receipt, deskKey, portalKey, wrap, rows, state };
}

describe('interviews that a phone kept', () => {
  it('P5: pass the portal closed, and the desk opens them', async () => {
    const { wrap, state, rows, read, buurt, theme, cells } = await given();
    expect(await state(wrap())).toBe('received');
    expect(await rows()).toMatchObject([
      { buurtId: buurt.id, kind: 'wish', themeId: theme.id, cell: cells[0]?.id, week: '2027-W11', state: 'new' },
    ]);
    expect(await read()).toMatchObject([CONTENT]);
  });

  it('P7: are found again with the code that was made on the phone', async () => {
    const { wrap, state, signals, receipt } = await given();
    await state(wrap());
    expect(await signals.dialogue.follow(receipt)).toMatchObject({ ok: true });
  });

  it('are stored once, also when the answer got lost or two tabs send them at the same time', async () => {
    const { interviews, interviewer, wrap, rows } = await given();
    const interview = { id: newId(), envelope: wrap() };
    const send = () => interviews.receive(interviewer, [interview]);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    for (const answer of answers)
      expect(answer).toEqual({ ok: true, value: [{ id: interview.id, state: 'received' }] });
    expect(await rows()).toHaveLength(1);
  });

  it('hold up no other when one of them is wrong', async () => {
    const { interviews, interviewer, wrap, rows } = await given();
    const sent = [randomBytes(400), wrap(), wrap({ buurt: 'elders' })].map((envelope) => ({ id: newId(), envelope }));
    const answers = await interviews.receive(interviewer, sent);
    expect(answers.ok && answers.value.map(({ state }) => state)).toEqual(['not-right', 'received', 'unknown-buurt']);
    expect(await rows()).toHaveLength(1);
  });

  it('may be sealed to an older key of the desk', async () => {
    const { signals, wrap, state, rows, deskKey } = await given();
    await signals.keys.make(THE_TASK, { passphrase: 'een nieuwe zin van vijf woorden', isNew: true });
    expect(await state(wrap())).toBe('received');
    expect(await rows()).toMatchObject([{ keyId: deskKey.id }]);
  });

  it('P3: keep the story for the whole buurt when their cell or theme is not on the list', async () => {
    const { wrap, state, rows } = await given();
    expect(await state(wrap({ cell: '4.955,52.315', theme: 'weg' }))).toBe('received');
    expect(await rows()).toMatchObject([{ cell: null, themeId: null }]);
  });

  it.each<[string, object]>([
    ['of a kind that we do not know', { kind: 'complaint' }],
    ['without a code', { receipt: '' }],
    ['with a code of another form', { receipt: 'GEHEIM' }],
    ['with a content that is no base64', { content: '***' }],
    ['with a content of another length', { content: randomBytes(300).toString('base64') }],
    ['with a content that is too long', { content: randomBytes(8192 * 5 + 48).toString('base64') }],
    ['with a zero in a name', { buurt: 'linde\u0000buurt' }],
    ['with a point for a cell', { cell: { lon: 4.9, lat: 52.3 } }],
  ])('are refused %s, and nothing is stored', async (_, changes) => {
    const { wrap, state, rows } = await given();
    expect(await state(wrap(changes))).toBe('not-right');
    expect(await rows()).toEqual([]);
  });

  it('are refused when nobody could ever read them', async () => {
    const { wrap, state, rows } = await given();
    expect(await state(wrap({ deskKey: 'of another portal' }))).toBe('unknown-key');
    expect(await state(seal(Buffer.from('{}'), newKeyPair().publicKey))).toBe('not-right');
    expect(await rows()).toEqual([]);
  });

  it('bring along no state, id or week of their own', async () => {
    const { wrap, state, rows } = await given();
    await state(wrap({ id: 'mine', state: 'accepted', week: '2020-W01' }));
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'new', week: '2027-W11' });
    expect(row?.id).not.toBe('mine');
  });

  it('are taken from interviewers and the desk alone', async () => {
    const { interviews, others, wrap, rows, desk } = await given();
    const interview = { id: newId(), envelope: wrap() };
    const { 'an interviewer': _allowed, ...rest } = others;
    for (const [name, actor] of Object.entries(rest))
      expect(await interviews.receive(actor, [interview]), name).toEqual({ ok: false, reason: 'forbidden' });
    expect(await rows()).toEqual([]);
    expect(await interviews.receive(desk, [interview])).toMatchObject({ ok: true });
  });

  it('P2: leave no line of who sent them', async () => {
    const { acts, wrap, state } = await given();
    const before = acts.length;
    await state(wrap());
    expect(acts).toHaveLength(before);
  });
});

describe('what a phone takes along', () => {
  it('is not there as long as the desk has no key', async () => {
    const { signals, others } = await givenSignals({ noKey: true });
    expect(await signals.interviews.kit(others['an interviewer'])).toEqual({ ok: false, reason: 'no-key' });
  });

  it('holds public keys only', async () => {
    const { interviews, interviewer, portalKey, needs } = await given();
    const { portalKeyOf } = await import('./portal-key.ts');
    const { secretKey } = portalKeyOf(needs.secretKey);
    const kit = JSON.stringify(await interviews.kit(interviewer));
    expect(portalKey).toEqual(portalKeyOf(needs.secretKey).publicKey);
    expect(kit).not.toContain(JSON.stringify(secretKey));
    expect(kit).not.toMatch(/wrapped|salt|secret/);
  });
});
