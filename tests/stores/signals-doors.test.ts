import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aSealedSignal } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

/** Ids out of a forged form. PostgreSQL fails when it is asked for a text with a zero in it. */
const HOSTILE: readonly (readonly [name: string, id: string])[] = [
  ['nothing', ''],
  ['a zero', '\0'],
  ['a zero among letters', `x\0${'y'.repeat(20)}`],
  ['a hundred thousand letters', 'x'.repeat(100_000)],
  ['SQL', "' or 1=1 --"],
  ['a tree', '\u{1F333}'],
];

onBothEngines('the desk, asked for a signal that cannot be,', openSignals, (realm) => {
  it.each(HOSTILE)('finds nothing under %s', async (_, id) => {
    const { deskStore } = realm();
    expect(await deskStore.find(id)).toBeUndefined();
    expect(await deskStore.photo(id)).toBeUndefined();
    expect(await deskStore.sealedOf([id])).toEqual(new Map());
    expect(await deskStore.page('new', { week: id, id }, 1)).toEqual([]);
  });

  it.each(HOSTILE)('changes nothing under %s', async (_, id) => {
    const { deskStore, intakeStore } = realm();
    const signal = aSealedSignal();
    await intakeStore.add(signal, newId());
    const real = { id: signal.id, from: 'new', to: 'accepted', turns: 0 } as const;
    expect(await deskStore.change([real, { ...real, id }])).toBe('stale');
    expect((await deskStore.find(signal.id))?.signal.state).toBe('new');
    const photo = { was: new Uint8Array(1), now: null };
    expect(await deskStore.replace({ id, photo })).toBe('stale');
    for (const wrong of [{ buurtId: id }, { cell: id }, { week: id }]) {
      const burst = { buurtId: 'b', cell: null, week: '2027-W01', ...wrong, counted: 0 };
      expect(await deskStore.confirmBurst(burst, 0)).toBe('stale');
    }
  });
});

onBothEngines('a buurt out of a forged signal', openPublished, (realm) => {
  it.each(HOSTILE)('is not there under %s', async (_, slug) => {
    expect(await realm().buurten.find(slug)).toBeUndefined();
    expect(await realm().buurten.get(slug)).toBeUndefined();
    expect(await realm().themes.get(slug)).toBeUndefined();
    expect(await realm().themes.find(slug, slug)).toBeUndefined();
  });
});
