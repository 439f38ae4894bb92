import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anEmptyRealm, importAll } from './given.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data');
const isThere = existsSync(FOLDER);
const why = isThere ? '' : ' (SKIPPED: there is no ../shared/data with the real files)';
const real = (name: string) => join(FOLDER, name);
const tables = () =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.csv') && name !== 'buurten_in_opdracht.csv')
    .map(real);

describe.skipIf(!isThere)(`the real files of Amsterdam${why}`, () => {
  it('are imported whole, and once', async () => {
    const realm = await anEmptyRealm();
    const maps = ['stadsdelen', 'gebieden', 'wijken', 'buurten'].map((layer) =>
      real(`amsterdam_${layer}_2024.geojson`),
    );
    const areas = await importAll(realm, maps);
    expect(areas.map(({ added }) => added)).toEqual([9, 25, 110, 518]);
    const figures = await importAll(realm, tables());
    expect(figures.every(({ added }) => added > 0)).toBe(true);
    const again = await importAll(realm, [...maps, ...tables()]);
    expect(again.every(({ added, changed }) => added === 0 && changed === 0)).toBe(true);
  }, 60_000);

  it('say the same in RD, in TopoJSON and simplified', async () => {
    const realm = await anEmptyRealm();
    await importAll(realm, [real('amsterdam_buurten_2024.geojson')]);
    const before = await realm.published.areas.find(['BU0363TD01']);
    for (const name of ['_rd_zuidoost.geojson', '_simpel.topojson', '_simpel.geojson']) {
      const [summary] = await importAll(realm, [real(`amsterdam_buurten_2024${name}`)]);
      expect(summary).toMatchObject({ added: 0, unchanged: 0 });
      const after = await realm.published.areas.find(['BU0363TD01']);
      after[0]?.bounds.forEach((edge, index) => {
        // 0.0002° is 14 m east and 22 m north: the simplification, and not another datum (58 m or more).
        expect(Math.abs(edge - (before[0]?.bounds[index] ?? 0))).toBeLessThan(0.0002);
      });
    }
  }, 60_000);

  it('tell that the H-buurt has 7,610 inhabitants, and Zuidoost 92,370', async () => {
    const realm = await anEmptyRealm();
    await importAll(realm, [real('amsterdam_buurten_2024.geojson'), ...tables()]);
    const hBuurt = {
      name: 'H-buurt',
      areaCodes: ['BU0363TD01', 'BU0363TD02', 'BU0363TD03', 'BU0363TD04'],
      boroughCode: 'T',
      cityCode: 'GM0363',
    };
    const [population] = await realm.figures.some(hBuurt, ['population']);
    expect(population).toMatchObject({ buurt: { value: 7610 }, borough: { value: 92_370 }, city: { value: 931_298 } });
  }, 60_000);
});
