import { expect, it } from 'vitest';
import { openPublished } from '../../src/storage/published/index.ts';
import { aFigure, aFigureSource } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

onBothEngines('figures', openPublished, (realm) => {
  it('gives the figures of the areas that are asked, with the unknown ones as such', async () => {
    const source = aFigureSource({ id: 'one' });
    const known = aFigure({ areaCode: 'A1', value: 12.75, sourceId: 'one' });
    const unknown = aFigure({ areaCode: 'A1', indicator: 'income', value: null, sourceId: 'one' });
    await realm().figures.storeAll(source, [known, unknown, aFigure({ areaCode: 'A2', sourceId: 'one' })]);
    expect(await realm().figures.forAreas(['A1'])).toEqual([unknown, known]);
    expect(await realm().figures.forAreas(['A1', 'nowhere'], ['residents'])).toEqual([known]);
    expect(await realm().figures.forAreas([])).toEqual([]);
    expect(await realm().figures.forAreas(['A1'], [])).toEqual([]);
    expect(await realm().figures.sources()).toContainEqual(source);
  });

  it('overwrites the same figure, and tells what an import did', async () => {
    const { figures } = realm();
    const source = aFigureSource({ id: 'two' });
    const rows = ['2024', '2025', '2026'].map((period) => aFigure({ areaCode: 'B1', period, sourceId: 'two' }));
    expect(await figures.storeAll(source, rows)).toEqual({ added: 3, changed: 0, unchanged: 0 });
    const revision = await figures.revision();
    expect(await figures.storeAll(source, rows)).toEqual({ added: 0, changed: 0, unchanged: 3 });
    expect(await figures.revision()).toBe(revision);
    const corrected = rows.map((row) => (row.period === '2025' ? { ...row, value: null } : row));
    expect(await figures.storeAll(source, corrected)).toEqual({ added: 0, changed: 1, unchanged: 2 });
    expect(await figures.revision()).not.toBe(revision);
    expect(await figures.forAreas(['B1'])).toEqual(corrected);
  });

  it('takes a figure over when another source brings it', async () => {
    const { figures } = realm();
    await figures.storeAll(aFigureSource({ id: 'old' }), [aFigure({ areaCode: 'C1', sourceId: 'old' })]);
    const fresh = aFigure({ areaCode: 'C1', sourceId: 'new' });
    expect(await figures.storeAll(aFigureSource({ id: 'new' }), [fresh])).toEqual({
      added: 0,
      changed: 1,
      unchanged: 0,
    });
    expect(await figures.forAreas(['C1'])).toEqual([fresh]);
  });

  it('stores a large file in one go, the last of doubles counting', async () => {
    const source = aFigureSource({ id: 'large' });
    const areas = Array.from({ length: 60 }, (_, at) => `L${at}`);
    const rows = areas.flatMap((areaCode) =>
      Array.from({ length: 100 }, (_, at) => aFigure({ areaCode, indicator: `i${at}`, value: at, sourceId: 'large' })),
    );
    const doubles = [{ ...aFigure(rows[0]), value: 999 }];
    expect(await realm().figures.storeAll(source, [...rows, ...doubles])).toEqual({
      added: 6_000,
      changed: 0,
      unchanged: 0,
    });
    expect(await realm().figures.forAreas(['L0'], ['i0'])).toEqual(doubles);
  });

  it('stores nothing of a file when one row cannot be stored', async () => {
    const bad = { ...aFigure({ areaCode: 'D2' }), indicator: undefined as unknown as string };
    const rows = [aFigure({ areaCode: 'D1', sourceId: 'bad' }), { ...bad, sourceId: 'bad' }];
    await expect(realm().figures.storeAll(aFigureSource({ id: 'bad' }), rows)).rejects.toThrow();
    expect(await realm().figures.forAreas(['D1'])).toEqual([]);
    expect((await realm().figures.sources()).map(({ id }) => id)).not.toContain('bad');
  });
});
