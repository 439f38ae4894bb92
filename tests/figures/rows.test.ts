import { describe, expect, it } from 'vitest';
import { anEmptyRealm, fixture, importAll, type Realm } from './given.ts';

const PROEFBUURT = {
  name: 'Proefbuurt',
  areaCodes: ['BU0363ZZ01', 'BU0363ZZ02'],
  boroughCode: 'T',
  cityCode: 'GM0363',
  keyIndicators: ['crime-rate', 'share-65-plus'],
};
const EVERYTHING = [
  'stadsdelen.geojson',
  'buurten.geojson',
  'kerncijfers-statline-2024.csv',
  'leefbaarometer.csv',
  'politie.csv',
  'bbga.csv',
].map(fixture);

async function given(files = EVERYTHING) {
  const realm = await anEmptyRealm();
  await importAll(realm, files);
  return realm;
}
const row = async ({ figures }: Realm, id: string) => (await figures.some(PROEFBUURT, [id]))[0];

describe('the figures of a buurt', () => {
  it('stand beside borough and city, of the same year, with their names and source', async () => {
    const found = await row(await given(), 'population');
    expect(found).toMatchObject({
      names: { buurt: 'Proefbuurt', borough: 'Zuidoost', city: null },
      source: { id: 'cbs-kerncijfers', publisher: 'CBS' },
      buurt: { state: 'value', value: 4000, period: '2024' },
      borough: { state: 'value', value: 4000 },
      city: { state: 'value', value: 900_000 },
    });
  });

  it('are worked out over the whole buurt: a rate of 180 crimes among 4,000 people', async () => {
    expect((await row(await given(), 'crime-rate'))?.buurt).toEqual({ state: 'value', value: 45, period: '2024' });
  });

  it('come as a series where there are years', async () => {
    const realm = await given();
    const [found] = await realm.figures.some({ ...PROEFBUURT, areaCodes: ['BU0363ZZ01'] }, ['crimes']);
    expect(found?.series).toEqual([
      { state: 'value', value: 70, period: '2023' },
      { state: 'value', value: 80, period: '2024' },
    ]);
  });

  it('are unknown when too much of the buurt is unknown', async () => {
    const realm = await given();
    expect((await row(realm, 'share-65-plus'))?.buurt).toEqual({ state: 'unknown', period: '2024' });
  });

  it('take the borough from its former gebieden, weighted by inhabitants', async () => {
    expect(await row(await given(), 'feeling-unsafe')).toMatchObject({
      buurt: { state: 'no-data' },
      borough: { state: 'value', value: 35, period: '2017' },
      city: { state: 'value', value: 26, period: '2017' },
    });
  });

  it('leave out of the page what nobody says anything about', async () => {
    const rows = await (await given()).figures.rows(PROEFBUURT);
    const ids = rows.map(({ indicator }) => indicator.id);
    expect(ids).toContain('crimes');
    expect(ids).not.toContain('income');
  });

  it('give the key indicators of the buurt in its own order, also without data', async () => {
    const realm = await given([fixture('buurten.geojson')]);
    const rows = await realm.figures.key(PROEFBUURT);
    expect(rows.map(({ indicator, buurt }) => [indicator.id, buurt.state])).toEqual([
      ['crime-rate', 'no-data'],
      ['share-65-plus', 'no-data'],
    ]);
  });

  it('are those of the newest import, without a restart', async () => {
    const realm = await given();
    expect((await row(realm, 'crimes'))?.buurt).toMatchObject({ value: 180 });
    await realm.published.figures.storeAll(
      { id: 'politie-misdrijven', title: 'x', publisher: 'Politie', url: '', licence: '' },
      ['BU0363ZZ01', 'BU0363ZZ02'].map((areaCode) => ({
        areaCode,
        indicator: 'crimes',
        period: '2025',
        value: 10,
        sourceId: 'politie-misdrijven',
      })),
    );
    expect((await row(realm, 'crimes'))?.buurt).toEqual({ state: 'value', value: 20, period: '2025' });
  });
});

describe('the outline of a buurt', () => {
  it('is one shape without inner borders, and drawn anew after an import', async () => {
    const realm = await given([fixture('buurten-rd.geojson')]);
    const before = await realm.buurten.outline(PROEFBUURT);
    expect(before.shape).toHaveLength(1);
    expect(await realm.buurten.outline(PROEFBUURT)).toBe(before);
    await importAll(realm, [fixture('buurten.geojson')]);
    const after = await realm.buurten.outline(PROEFBUURT);
    expect(after.shape).toHaveLength(1);
    expect(after.shape[0]?.[0]).toHaveLength(5);
    expect(after.source).toBe('Gemeente Amsterdam');
  });

  it('is empty as long as its areas were not imported', async () => {
    const { buurten } = await anEmptyRealm();
    expect(await buurten.outline(PROEFBUURT)).toEqual({ shape: [], source: '' });
  });
});
