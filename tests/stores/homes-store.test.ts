import { expect, it } from 'vitest';
import { openPublished } from '../../src/storage/published/index.ts';
import { onBothEngines } from './on-both-engines.ts';

onBothEngines('homes', openPublished, (realm) => {
  it('gives what is known of the places that are asked', async () => {
    const { homes } = realm();
    const counts = [
      { place: 'r1-4000', count: 12 },
      { place: 'r2-4000', count: 0 },
      { place: 'BU0363ZZ01', count: 900 },
    ];
    await homes.storeAll({ source: 'one', counts });
    expect(await homes.find(['r1-4000', 'r1-4000', 'r2-4000', 'r3-4000'])).toEqual(
      new Map([
        ['r1-4000', 12],
        ['r2-4000', 0],
      ]),
    );
    expect(await homes.find(['BU0363ZZ01'])).toEqual(new Map([['BU0363ZZ01', 900]]));
    expect(await homes.find([])).toEqual(new Map());
  });

  it('overwrites the same place, and tells what an import did', async () => {
    const { homes } = realm();
    const counts = [5, 6, 7].map((count) => ({ place: `r${String(count)}-5000`, count }));
    expect(await homes.storeAll({ source: 'two', counts })).toEqual({ added: 3, changed: 0, unchanged: 0 });
    const revision = await homes.revision();
    expect(await homes.storeAll({ source: 'two', counts })).toEqual({ added: 0, changed: 0, unchanged: 3 });
    expect(await homes.revision()).toBe(revision);
    const secret = [{ place: 'r6-5000', count: 0 }];
    expect(await homes.storeAll({ source: 'three', counts: secret })).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect(await homes.revision()).not.toBe(revision);
    expect(await homes.find(['r6-5000'])).toEqual(new Map([['r6-5000', 0]]));
  });

  it('stores a city in one go, and finds it again', async () => {
    const { homes } = realm();
    const counts = Array.from({ length: 12_000 }, (_, at) => ({
      place: `r${String(at % 120)}-${String(3000 + at)}`,
      count: at,
    }));
    const seen: number[] = [];
    const outcome = await homes.storeAll({ source: 'large', counts }, (done) => seen.push(done));
    expect(outcome.added).toBe(12_000);
    expect(seen.at(-1)).toBe(12_000);
    expect((await homes.find(counts.map(({ place }) => place))).size).toBe(12_000);
  });

  it('stores nothing of a file when one row cannot be stored', async () => {
    const { homes } = realm();
    const counts = [
      { place: 'r9-6000', count: 3 },
      { place: 'r9-6001', count: NaN },
    ];
    await expect(homes.storeAll({ source: 'bad', counts })).rejects.toThrow();
    expect(await homes.find(['r9-6000'])).toEqual(new Map());
  });
});
