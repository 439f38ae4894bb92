import { getTableColumns } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { newId, newSecret } from '../../src/domain/kernel/index.ts';
import type { SealedSignal } from '../../src/domain/signals/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aSealedSignal } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const PHOTO = new Uint8Array(65_584).fill(3);

onBothEngines('the intake of signals', openSignals, (realm, target) => {
  const reading = () => realm().database.read;
  const isThere = async ({ id }: SealedSignal) => {
    const { db, t } = reading();
    const signals = (await db.select({ id: t.signals.id }).from(t.signals)).filter((row) => row.id === id);
    const photos = (await db.select({ id: t.photos.signalId }).from(t.photos)).filter((row) => row.id === id);
    return { signal: signals.length, photo: photos.length };
  };

  it('P6: stores signal, photo and the used form together', async () => {
    const signal = aSealedSignal({ photo: PHOTO });
    const form = newSecret();
    expect(await realm().intakeStore.add(signal, form)).toBe('added');
    const { db, t } = reading();
    const { photo, ...row } = signal;
    const rows = await db.select().from(t.signals);
    const stored = rows.find(({ id }) => id === signal.id);
    expect({ ...stored, sealed: [...(stored?.sealed ?? [])], senderKey: [...(stored?.senderKey ?? [])] }).toEqual({
      ...row,
      sealed: [...row.sealed],
      senderKey: [...(row.senderKey ?? [])],
    });
    const photos = await db.select().from(t.photos);
    expect(photos.find(({ signalId }) => signalId === signal.id)).toMatchObject({ keyId: signal.keyId });
    expect(photos.find(({ signalId }) => signalId === signal.id)?.sealed.length).toBe(photo?.length);
    expect((await db.select().from(t.spentForms)).filter(({ hash }) => hash === form)).toEqual([
      { hash: form, week: signal.week },
    ]);
  });

  it('P6: stores nothing at all when one of the three cannot be stored', async () => {
    const first = aSealedSignal();
    await realm().intakeStore.add(first, newSecret());
    const form = newSecret();
    // The same id for another signal: the photo and the form must not stay behind.
    const second = aSealedSignal({ id: first.id, photo: PHOTO });
    await expect(realm().intakeStore.add(second, form)).rejects.toThrow();
    expect(await isThere(second)).toEqual({ signal: 1, photo: 0 });
    expect(await realm().intakeStore.add({ ...second, id: newId() }, form)).toBe('added');
    // And a photo that is there already, of whatever: then no signal either.
    const { photo: _photo, ...third } = aSealedSignal();
    await realm().database.write(async ({ db, t }) => {
      await db.insert(t.photos).values({ signalId: third.id, sealed: PHOTO, keyId: 'x' });
    });
    await expect(realm().intakeStore.add({ ...third, photo: PHOTO }, newSecret())).rejects.toThrow();
    expect(await isThere({ ...third, photo: null })).toMatchObject({ signal: 0 });
  });

  it('P6: stores a form once that is sent many times at the same moment, by two processes', async () => {
    const other = openSignals(target());
    const form = newSecret();
    const lookup = newSecret();
    const signals = Array.from({ length: 12 }, () => aSealedSignal({ receiptLookup: lookup, photo: PHOTO }));
    const outcomes = await Promise.all(
      signals.map((signal, index) => (index % 2 === 0 ? realm() : other).intakeStore.add(signal, form)),
    );
    await other.database[Symbol.asyncDispose]();
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(11);
    const there = await Promise.all(signals.map(isThere));
    expect(there.filter(({ signal }) => signal > 0)).toEqual([{ signal: 1, photo: 1 }]);
  });

  it('says that a form is spent when its signal is gone, or never was', async () => {
    const form = newSecret();
    await realm().database.write(async ({ db, t }) => {
      await db.insert(t.spentForms).values({ hash: form, week: '2027-W09' });
    });
    const signal = aSealedSignal();
    expect(await realm().intakeStore.add(signal, form)).toBe('spent');
    expect(await isThere(signal)).toEqual({ signal: 0, photo: 0 });
  });

  it('P6: sweeps what outlived its signal, and nothing else', async () => {
    const kept = aSealedSignal({ photo: PHOTO });
    await realm().intakeStore.add(kept, newSecret());
    await realm().intakeStore.sweepOrphans();
    const orphan = newId();
    const sealed = new Uint8Array([1]);
    await realm().database.write(async ({ db, t }) => {
      for (const signalId of [orphan, kept.id]) {
        await db.insert(t.proposals).values({ signalId, decision: 'accepted', mark: 'x' });
        const turn = { signalId, turn: 1, by: 'sender', week: '2027-W09', sealedForDesk: sealed, keyId: 'x' } as const;
        await db.insert(t.turns).values(turn);
      }
      await db.insert(t.photos).values({ signalId: orphan, sealed, keyId: 'x' });
    });
    expect(await realm().intakeStore.sweepOrphans()).toBe(3);
    expect(await realm().intakeStore.sweepOrphans()).toBe(0);
    expect(await isThere(kept)).toEqual({ signal: 1, photo: 1 });
    const { db, t } = reading();
    expect((await db.select().from(t.turns)).map(({ signalId }) => signalId)).toEqual([kept.id]);
    expect((await db.select().from(t.proposals)).map(({ signalId }) => signalId)).toEqual([kept.id]);
  });

  it('P2: has no column by which a sender could be found, or a moment', () => {
    const columns = (table: Parameters<typeof getTableColumns>[0]) => Object.keys(getTableColumns(table)).sort();
    const { t } = reading();
    const receipt = ['receiptHash', 'receiptLookup', 'senderKey'];
    const plain = ['id', 'buurtId', 'kind', 'themeId', 'cell', 'week', 'state'];
    expect(columns(t.signals)).toEqual([...plain, 'sealed', 'keyId', ...receipt].sort());
    expect(columns(t.photos)).toEqual(['signalId', 'sealed', 'keyId'].sort());
    expect(columns(t.spentForms)).toEqual(['hash', 'week'].sort());
  });
});
